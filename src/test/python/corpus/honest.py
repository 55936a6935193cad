"""Submissions that mean well: among the hostile ones they must get what they would get alone."""

from corpus.submission import ALL, GRAPH, NOTHING_EARNED, TESTS, Row, cells, edited, several

BACKWARD = "INDArray p = softmax(x, beta);\ndouble mean = gradient.mul(p).sumNumber().doubleValue();\nreturn p.mul(gradient.sub(mean)).mul(-beta);"

ROWS = [
    Row("honest-solution", "honest", cells(), status=("graded",)),
    Row("honest-blank", "honest", cells("notebooks"), NOTHING_EARNED, ("graded",), says="not written yet"),
    Row("honest-one-exercise", "honest", cells("notebooks", softmax="INDArray e = Transforms.exp(x.mul(-beta));\nreturn e.div(e.sumNumber());"),
        {exercise: ALL for exercise in NOTHING_EARNED if exercise != "softmax"}, ("graded",)),
    Row("honest-exponent", "honest", cells(softmax="INDArray e = Transforms.exp(x.mul(beta));\nreturn e.div(e.sumNumber());"),
        {"softmax": ("values", "beta"), "softmaxBackward": ("values",)}, ("graded",), says="exponent lacks its minus"),
    Row("honest-sign", "honest", cells(softmaxBackward=BACKWARD.replace("-beta", "beta")),
        {"softmaxBackward": ("values", "manyClasses", "leavesItsArgumentsAlone")}, ("graded",), says="sign"),
    Row("honest-overflow", "honest", cells(logSoftmax="return Transforms.log(softmax(x, beta));"),
        {"logSoftmax": ("largeScores", "distantScores"), "nllGradient": ("largeScores",)}, ("graded",)),
    Row("honest-slow", "honest", cells(softmaxJacobian="""try { Thread.sleep(100); } catch (InterruptedException stop) { }
long n = p.length();
return p.reshape(n, 1).mmul(p.reshape(1, n)).sub(Nd4j.diag(p)).mul(beta);"""), status=("graded",)),
    Row("honest-question", "honest", cells(answers='return "b?a";'), {"answers": ("temperature",)}, ("graded",)),
    Row("honest-executed", "honest", edited(lambda content, place: [cell.update(
        outputs=[{"output_type": "stream", "name": "stdout", "text": "softmax: 3 of 3 points\n" * 1000}], execution_count=7)
        for cell in content["cells"] if cell["cell_type"] == "code"], "notebooks"), NOTHING_EARNED, ("graded",)),
]
# A class that hands in two notebooks.
OF_TWO = [
    Row("both", "honest", several(cells(), cells(assignment=GRAPH)), status=("graded",), assignment=GRAPH),
    Row("both-one-blank", "honest", several(cells(), cells("notebooks", GRAPH)), status=("graded",)),
    Row("graph-alone", "honest", cells(assignment=GRAPH), status=("remarks",), says="nothing was handed in for", assignment=GRAPH),
    Row("mutates-array", "mutated inputs", several(cells(), cells(assignment=GRAPH, local="""double[] right = {inputs[0], inputs.length};
Arrays.sort(inputs);
return right;""")), {"local": ALL}, ("graded",), assignment=GRAPH),
    Row("nan-array", "NaN", several(cells(), cells(assignment=GRAPH, byHand="return new double[] {0.0 / 0, 0.0 / 0};")), {"byHand": ALL}, ("graded",),
        says="NaN", assignment=GRAPH),
]
