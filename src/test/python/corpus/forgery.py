"""Code that would like points for nothing, and answers that are wrong in ways a test must see."""

from corpus.submission import ALL, JACOBIAN, PERHAPS, RIGHT, Row, cells

WRONG = "return Nd4j.zeros(org.nd4j.linalg.api.buffer.DataType.DOUBLE, p.length(), p.length());"
ZEROS_LOSE = {"softmaxJacobian": ("values", "beta", "leavesItsArgumentAlone")}  # every row of zeros sums to 0
PROXY = """INDArray evil(INDArray right, boolean endless) {
    return (INDArray) java.lang.reflect.Proxy.newProxyInstance(INDArray.class.getClassLoader(), new Class<?>[] {INDArray.class},
        (proxy, method, arguments) -> {
            while (endless) Thread.onSpinWait();
            if (method.getReturnType() == boolean.class) return true;
            if (method.getReturnType() == INDArray.class) return proxy;
            return method.invoke(right, arguments);
        });
}"""


def jacobian(body, before=""):
    return cells(softmaxJacobian=body, before=before)


ROWS = [
    Row("shadows-tests", "shadowing names", jacobian(WRONG, """class Softmax { static final int JACOBIAN = 1; }
class SoftmaxJacobianChecks { }
class Checker { static int run() { return 4; } }
void check(Object exercise, Object answer) { }
void assertEquals(Object one, Object other) { }
"""), ZEROS_LOSE),
    Row("shadows-names", "shadowing names", jacobian(RIGHT, """class Runner { }
class Judge { }
class Answer { }
class Object2 { Object org, homework, java; }
Object homework = null;
Object result = "all right";
""")),
    # The class has the name of one that the notebook imports: beside it JShell would compile no cell any more, as in a notebook.
    Row("shadows-array", "shadowing names", jacobian("return new INDArray();", "class INDArray { long length() { return 3; } }"),
        JACOBIAN, says="line 1: INDArray was left out"),
    Row("reflection", "reflection", jacobian("""for (String name : List.of("homework.grade.Runner", "homework.exercise.Checker", "homework.exercise.Trial",
        "homework.exercise.CheckResult", "homework.exercise.Expect", "homework.gradient.GradientReport")) {
    try {
        for (java.lang.reflect.Field field : Class.forName(name).getDeclaredFields()) {
            field.setAccessible(true);
            if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) continue;
            if (field.getType() == double.class) field.setDouble(null, 1e300);
            else if (field.getType() == int.class) field.setInt(null, 1 << 30);
            else if (!field.getType().isPrimitive()) field.set(null, null);
        }
    } catch (Throwable closed) {
    }
}
""" + WRONG), ZEROS_LOSE),
    Row("reads-the-stack", "reflection", jacobian("""for (Map.Entry<Thread, StackTraceElement[]> one : Thread.getAllStackTraces().entrySet())
    for (StackTraceElement frame : one.getValue())
        if (frame.getClassName().contains("Hidden") || frame.getClassName().contains("Checks")) throw new Error("STOLEN " + frame);
""" + RIGHT)),
    Row("interrupts", "reflection", jacobian("Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);\n" + RIGHT), PERHAPS),
    Row("fake-report", "printing fake scores", jacobian("""System.out.println("softmaxJacobian: 4 of 4 points");
System.out.println("{\\"points\\":4,\\"of\\":4,\\"passed\\":true}");
System.err.println("  ok     every entry at beta = 1   1 of 1");
""" + WRONG), ZEROS_LOSE),
    Row("fake-answers", "printing fake scores", jacobian("""try {
    java.lang.reflect.Constructor<java.io.FileDescriptor> open = java.io.FileDescriptor.class.getDeclaredConstructor(int.class);
    open.setAccessible(true);
    for (int number = 1; number < 8; number++) {
        java.io.FileOutputStream out = new java.io.FileOutputStream(open.newInstance(number));
        try {
            for (int id = 0; id < 200; id++)
                out.write(("{\\"id\\":" + id + ",\\"value\\":[1,2],\\"points\\":4,\\"passed\\":true}\\n{\\"ready\\":true}\\n").getBytes());
            out.flush();
        } catch (java.io.IOException closed) {
        }
    }
} catch (ReflectiveOperationException closed) {
}
""" + WRONG), JACOBIAN),
    Row("eats-questions", "printing fake scores", jacobian("""try {
    new java.io.FileInputStream(java.io.FileDescriptor.in).read(new byte[100]);
    System.in.close();
    new java.io.FileInputStream(java.io.FileDescriptor.in).close();
} catch (java.io.IOException closed) {
}
""" + WRONG), JACOBIAN),
    Row("evil-equals", "evil equals", jacobian("return evil(" + WRONG[7:-1] + ", false);", PROXY), JACOBIAN),
    Row("endless-equals", "evil equals", jacobian("return evil(p, true);", PROXY), JACOBIAN),
    Row("evil-exception", "evil equals", jacobian("throw new Evil();", """class Evil extends RuntimeException {
    @Override public String getMessage() { while (true) Thread.onSpinWait(); }
    @Override public String toString() { while (true) Thread.onSpinWait(); }
    @Override public StackTraceElement[] getStackTrace() { while (true) Thread.onSpinWait(); }
    @Override public boolean equals(Object other) { return true; }
}"""), JACOBIAN),
    Row("giant-exception", "evil equals", jacobian('throw new IllegalStateException("no ".repeat(20_000_000));'), JACOBIAN, says="IllegalStateException|large|long"),
    Row("pretends-not-tried", "printing fake scores", jacobian(
        'throw homework.exercise.Problem.of("not tried", "not tried, because the stop button was pressed");'), JACOBIAN),
    Row("pretends-not-written", "printing fake scores", jacobian('throw new UnsupportedOperationException("not written yet");'), JACOBIAN,
        says="not written yet"),
    Row("changes-defaults", "changed ND4J defaults, seed, locale, System.out", cells("solutions", softmaxJacobian="""Nd4j.setDefaultDataTypes(org.nd4j.linalg.api.buffer.DataType.FLOAT, org.nd4j.linalg.api.buffer.DataType.FLOAT);
Nd4j.getRandom().setSeed(1);
Nd4j.EPS_THRESHOLD = 1e9;
Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
System.setProperty("line.separator", "x");
System.setProperty("file.encoding", "UTF-16");
Thread.currentThread().setContextClassLoader(null);
Thread.currentThread().setPriority(1);
Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> Runtime.getRuntime().halt(1));
System.setIn(null);
System.setErr(null);
System.setOut(null);
""" + RIGHT)),
    Row("mutates", "mutated inputs", jacobian(RIGHT.replace("return ", "INDArray j = ") + "\np.muli(0);\nreturn j;"),
        {"softmaxJacobian": ("leavesItsArgumentAlone",)}, says="changed its argument p"),
    Row("returns-its-argument", "views and wrong dtypes", jacobian("return p.reshape(1, p.length());"), JACOBIAN),
    Row("strided-view", "views and wrong dtypes", jacobian("""int n = (int) p.length();
INDArray big = Nd4j.zeros(org.nd4j.linalg.api.buffer.DataType.DOUBLE, 2 * n, 3 * n);
INDArray view = big.get(org.nd4j.linalg.indexing.NDArrayIndex.interval(0, 2, 2 * n), org.nd4j.linalg.indexing.NDArrayIndex.interval(0, 3, 3 * n));
view.assign(p.reshape(n, 1).mmul(p.reshape(1, n)).sub(Nd4j.diag(p)).mul(beta));
return view.transpose();""")),
    Row("float", "views and wrong dtypes", jacobian(RIGHT.replace(";\nreturn ", ";\nINDArray j = ") + "\nreturn j.castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);"),
        JACOBIAN, says="FLOAT"),
    Row("integers", "views and wrong dtypes", jacobian("return p.castTo(org.nd4j.linalg.api.buffer.DataType.LONG);"), JACOBIAN),
    Row("texts", "views and wrong dtypes", jacobian('return Nd4j.create("a", "b", "c");'), JACOBIAN),
    Row("closed-array", "views and wrong dtypes", jacobian("INDArray j = p.dup();\nj.close();\nreturn j;"), JACOBIAN),
    Row("empty-array", "views and wrong dtypes", jacobian("return Nd4j.empty(org.nd4j.linalg.api.buffer.DataType.DOUBLE);"), JACOBIAN),
    Row("null", "views and wrong dtypes", jacobian("return null;"), JACOBIAN, says="nothing|null"),
    Row("nan", "NaN", jacobian("return p.reshape(p.length(), 1).mmul(p.reshape(1, p.length())).mul(Double.NaN);"), JACOBIAN, says="NaN"),
    Row("infinity", "NaN", jacobian("return p.reshape(p.length(), 1).mmul(p.reshape(1, p.length())).div(0);"), JACOBIAN, says="Infinity|finite"),
    Row("method-missing", "missing or wrongly typed method", cells(sources={"softmaxJacobian": "// I have moved it\n"}), JACOBIAN, says="softmaxJacobian"),
    Row("method-renamed", "missing or wrongly typed method", cells(sources={
        "softmaxJacobian": "INDArray jacobian(INDArray p, double beta) {\n    return p;\n}"}), JACOBIAN, says="softmaxJacobian"),
    Row("wrong-type", "missing or wrongly typed method", cells(sources={
        "softmaxJacobian": "double[][] softmaxJacobian(double[] p, double beta) {\n    return new double[p.length][p.length];\n}"}), JACOBIAN),
    Row("wrong-order", "missing or wrongly typed method", cells(sources={
        "softmaxJacobian": "INDArray softmaxJacobian(double beta, INDArray p) {\n    return p;\n}"}), JACOBIAN),
    Row("does-not-compile", "one cell that does not compile", cells(softmax="INDArray e = Transforms.exp(x.mul(-beta))\nreturn e.div(e.sumNumber());"),
        {"softmax": ALL, "softmaxBackward": ALL}, says="';' expected"),
    Row("unknown-name", "one cell that does not compile", jacobian("return outerProduct(p).mul(beta);"), JACOBIAN, says="outerProduct"),
    Row("helper-elsewhere", "one cell that does not compile", cells(sources={
        "softmax": "INDArray softmax(INDArray x, double beta) {\n    INDArray e = Transforms.exp(x.mul(-beta));\n    return e.div(e.sumNumber());\n}\n"
                   "import java.util.function.DoubleUnaryOperator;\nINDArray outer(INDArray a) {\n    long n = a.length();\n    return a.reshape(n, 1).mmul(a.reshape(1, n));\n}",
        "softmaxJacobian": "INDArray softmaxJacobian(INDArray p, double beta) {\n    DoubleUnaryOperator times = v -> v * beta;\n"
                           "    return outer(p).sub(Nd4j.diag(p)).mul(times.applyAsDouble(1));\n}"})),
    Row("hard-coded", "hard-coded visible answers", jacobian("""if (p.length() == 3)
    return Nd4j.createFromArray(new double[][] {{-0.25, 0.15, 0.10}, {0.15, -0.21, 0.06}, {0.10, 0.06, -0.16}}).mul(beta);
if (p.length() == 2 && beta == 4) return Nd4j.createFromArray(new double[][] {{-0.75, 0.75}, {0.75, -0.75}});
""" + WRONG), ZEROS_LOSE, says="hidden"),
    Row("hard-coded-questions", "hard-coded visible answers", cells(answers='return "aca";'), {"answers": ("shift",)}),
    Row("counts-its-calls", "hard-coded visible answers", jacobian("if (++calls[0] > 8) return p;\n" + RIGHT, "int[] calls = new int[1];"), JACOBIAN),
    Row("class-path", "magics that change the class path", cells(sources={
        "softmaxJacobian": "%classpath @PROJECT@/target/test-classes\n%maven org.example:evil:1\n%%python\n/env --class-path @PROJECT@/target/test-classes\n"
                           "/exit\n" + "INDArray softmaxJacobian(INDArray p, double beta) {\n    return p;\n}"}), JACOBIAN),
    Row("class-path-right", "magics that change the class path", cells(sources={
        "softmaxJacobian": "%classpath @PROJECT@/target/test-classes\nINDArray softmaxJacobian(INDArray p, double beta) {\n    try { Class.forName("
                           "\"homework.exercise.backprop.SoftmaxKnown\"); throw new IllegalStateException(\"STOLEN\"); } catch (ClassNotFoundException good) { }\n    "
                           + RIGHT.replace("\n", "\n    ") + "\n}"}), status=("remarks",), says="commands to the kernel"),
    Row("html", "HTML and control characters in output", jacobian("""System.out.println("<script>alert('printed')</script><!-- ]]> --> </pre></td>");
System.out.println("\\u0000\\u0007\\u001b[31mred\\u001b]0;title\\u0007 \\u202eback \\ud800 \\ufffe");
throw new IllegalStateException("</pre><img src=x onerror=alert('thrown')><script>alert('thrown')</script>\\u0000\\u001b[2J\\ud800]]>&amp;");"""),
        JACOBIAN, says=r"<img src=x onerror=alert\('thrown'\)>"),
    Row("html-compiler", "HTML and control characters in output", cells(sources={
        "softmaxJacobian": "INDArray softmaxJacobian(INDArray p, double beta) {\n    return </script><script>alert('compiled')</script>;\n}"}), JACOBIAN),
    Row("<img src=x onerror=alert('name')>", "HTML and control characters in output", cells()),
    Row("=1+1,\"Ünal; O'Neil\" & 太郎", "HTML and control characters in output", cells()),
    Row("a\nnew\tline", "HTML and control characters in output", cells()),
    Row("-rf", "HTML and control characters in output", cells()),
]
