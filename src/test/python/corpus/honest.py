"""Submissions that mean well: among the hostile ones they must get what they would get alone."""

from corpus.submission import ALL, GRAPH, NOTHING_EARNED, TESTS, Row, cells, edited, several

BACKWARD = "INDArray p = softmax(x, beta);\ndouble mean = gradient.mul(p).sumNumber().doubleValue();\nreturn p.mul(gradient.sub(mean)).mul(-beta);"

ROWS = [
    Row("honest-solution", "honest", cells("solutions"), status=("graded",)),
    Row("honest-blank", "honest", cells("notebooks"), NOTHING_EARNED, ("graded",), says="not written yet"),
    Row("honest-one-exercise", "honest", cells("notebooks", softmax="INDArray e = Transforms.exp(x.mul(-beta));\nreturn e.div(e.sumNumber());"),
        {exercise: ALL for exercise in NOTHING_EARNED if exercise != "softmax"}, ("graded",)),
    Row("honest-exponent", "honest", cells("solutions", softmax="INDArray e = Transforms.exp(x.mul(beta));\nreturn e.div(e.sumNumber());"),
        {"softmax": ("values", "beta"), "softmaxBackward": ("values",)}, ("graded",), says="exponent lacks its minus"),
    Row("honest-sign", "honest", cells("solutions", softmaxBackward=BACKWARD.replace("-beta", "beta")),
        {"softmaxBackward": ("values", "manyClasses", "leavesItsArgumentsAlone")}, ("graded",), says="sign"),
    Row("honest-overflow", "honest", cells("solutions", logSoftmax="return Transforms.log(softmax(x, beta));"),
        {"logSoftmax": ("largeScores", "distantScores"), "nllGradient": ("largeScores",)}, ("graded",)),
    Row("honest-slow", "honest", cells("solutions", softmaxJacobian="""try { Thread.sleep(100); } catch (InterruptedException stop) { }
long n = p.length();
return p.reshape(n, 1).mmul(p.reshape(1, n)).sub(Nd4j.diag(p)).mul(beta);"""), status=("graded",)),
    Row("honest-question", "honest", cells("solutions", answers='return "b?a";'), {"answers": ("temperature",)}, ("graded",)),
    Row("honest-executed", "honest", edited(lambda content, place: [cell.update(
        outputs=[{"output_type": "stream", "name": "stdout", "text": "softmax: 3 of 3 points\n" * 1000}], execution_count=7)
        for cell in content["cells"] if cell["cell_type"] == "code"], "notebooks"), NOTHING_EARNED, ("graded",)),
]
# A class that hands in two notebooks.
OF_TWO = [
    Row("both", "honest", several(cells("solutions"), cells("solutions", GRAPH)), status=("graded",), assignment=GRAPH),
    Row("both-one-blank", "honest", several(cells("solutions"), cells("notebooks", GRAPH)), status=("graded",)),
    Row("graph-alone", "honest", cells("solutions", GRAPH), status=("remarks",), says="nothing was handed in for", assignment=GRAPH),
    Row("mutates-array", "mutated inputs", several(cells("solutions"), cells("solutions", GRAPH, local="""double[] right = {inputs[0], inputs.length};
Arrays.sort(inputs);
return right;""")), {"local": ALL}, ("graded",), assignment=GRAPH),
    Row("nan-array", "NaN", several(cells("solutions"), cells("solutions", GRAPH, byHand="return new double[] {0.0 / 0, 0.0 / 0};")), {"byHand": ALL}, ("graded",),
        says="NaN", assignment=GRAPH),
]
