package homework.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.grade.JudgeProcess.Graded;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The judge from end to end, with submissions that are right, wrong, broken and hostile. */
@EnabledOnOs(OS.LINUX)
class JudgeTest {
    private static final String SOFTMAX = "1-backprop/softmax";
    private static final String RIGHT = "INDArray softmax(INDArray x, double beta) {\n    INDArray e = Transforms.exp(x.mul(-beta).sub(x.mul(-beta).maxNumber()));\n"
            + "    return e.div(e.sumNumber());\n}\n";
    private static JudgeProcess judge;

    @BeforeAll
    static void start() throws IOException {
        judge = new JudgeProcess("--jobs", "2", "--timeout", "3");
        assertTrue(judge.ready().has("ready"), judge.ready().toString());
        judge.assignment(SOFTMAX);
    }

    @AfterAll
    static void end() throws IOException {
        judge.close();
        assertEquals(0, judge.process().exitValue());
    }

    /** The solution with another softmax. Everything else in it must still have all its points. */
    private static Graded withSoftmax(String source) throws IOException {
        return with("softmax", source);
    }

    private static Graded with(String id, String source) throws IOException {
        // Three of the six cells: enough to see that the others do not suffer.
        Map<String, String> cells = new LinkedHashMap<>(JudgeProcess.solution(SOFTMAX));
        cells.keySet().retainAll(List.of("softmax", "logSoftmax", "answers"));
        cells.put(id, source);
        return judge.grade(SOFTMAX, cells);
    }

    /** A body for softmax, of which only the calls by tests run. */
    private static Graded withBody(String body) throws IOException {
        return withSoftmax("INDArray softmax(INDArray x, double beta) throws Exception {\n" + body + "\n}\n");
    }

    /** Only softmax is lost, and this is told. */
    private static void assertCostsSoftmaxAlone(String told, Graded graded) {
        assertEquals(0, graded.points("softmax"), graded.answer().toString());
        assertTrue(graded.told("softmax").contains(told), () -> "expected \"" + told + "\" in: " + graded.told("softmax"));
        assertEquals(graded.of("logSoftmax"), graded.points("logSoftmax"), graded.answer().toString());
        assertEquals(graded.of("answers"), graded.points("answers"), graded.answer().toString());
    }

    @Test
    void aSolutionHasAllPoints() throws IOException {
        Graded graded = judge.grade(SOFTMAX, JudgeProcess.solution(SOFTMAX));
        assertEquals(21, graded.points(), graded.answer().toString());
        assertEquals("[]", graded.remarks());
    }

    @Test
    void nothingHasNoPoints() throws IOException {
        Graded graded = judge.grade(SOFTMAX, Map.of());
        assertEquals(0, graded.points());
        assertEquals("not written yet\n", graded.told("logSoftmax"));
        assertEquals(4, graded.exercise("logSoftmax").getAsJsonArray("tests").size());
    }

    @Test
    void theStubThatStudentsGet() throws IOException {
        assertCostsSoftmaxAlone("not written yet", withBody("throw new UnsupportedOperationException(\"not written yet\");"));
    }

    @Test
    void helpersAndImportsInOtherCellsAndAConstant() throws IOException {
        Map<String, String> cells = new LinkedHashMap<>(JudgeProcess.solution(SOFTMAX));
        cells.put("softmax", "double factor = -1;\nINDArray softmax(INDArray x, double beta) { return shares(x.mul(factor * beta)); }");
        cells.put("answers", cells.get("answers") + "\nimport static org.nd4j.linalg.ops.transforms.Transforms.exp;\n"
                + "INDArray shares(INDArray z) { INDArray e = exp(z.sub(z.maxNumber())); return e.div(e.sumNumber()); }");
        assertEquals(21, judge.grade(SOFTMAX, cells).points());
    }

    @Test
    void aCellThatDoesNotCompileCostsWhatNeedsIt() throws IOException {
        Graded graded = withSoftmax("INDArray softmax(INDArray x, double beta) {\n    return x.foo();\n}");
        assertCostsSoftmaxAlone("does not compile", graded);
        assertTrue(graded.exercise("softmax").get("compiler").getAsString().startsWith("line 2: cannot find symbol"), graded.answer().toString());
        Graded unclosed = withSoftmax("INDArray softmax(INDArray x, double beta) {\n    if (beta > 0) {\n    return x;\n");
        assertCostsSoftmaxAlone("does not compile", unclosed);
    }

    @Test
    void aTypeThatIsCalledAsAnImportedOne() throws IOException {
        Graded graded = withSoftmax("class Nd4j {\n    static INDArray zeros() { return null; }\n}\n" + RIGHT);
        assertEquals(10, graded.points(), graded.answer().toString());
        assertTrue(graded.remarks().contains("line 1: Nd4j was left out, because the notebook imports a type of this name"), graded.remarks());
        Graded used = withSoftmax("class Nd4j {\n    static INDArray mine() { return null; }\n}\nINDArray softmax(INDArray x, double beta) { return Nd4j.mine(); }");
        assertCostsSoftmaxAlone("", used);
    }

    @Test
    void aMethodOfAnotherTypeOrName() throws IOException {
        Graded graded = withSoftmax("double[] softmax(INDArray x, double beta) { return x.toDoubleVector(); }");
        assertCostsSoftmaxAlone("there is no method INDArray softmax(INDArray x, double beta)", graded);
        assertCostsSoftmaxAlone("there is no method INDArray softmax(INDArray x, double beta)",
                withSoftmax("INDArray softMax(INDArray x, double beta) { return x; }"));
    }

    @Test
    void aHelperThatIsMissing() throws IOException {
        Graded graded = withSoftmax("INDArray softmax(INDArray x, double beta) { return helper(x); }");
        assertCostsSoftmaxAlone("", graded);
        assertTrue(graded.exercise("softmax").get("compiler").getAsString().contains("helper"), graded.answer().toString());
    }

    @Test
    void endlessLoop() throws IOException {
        assertCostsSoftmaxAlone("did not end within 3 s", withBody("while (true) { beta += 1; if (beta < 0) return x; }"));
    }

    @Test
    void aStatementThatDoesNotEnd() throws IOException {
        Graded graded = withSoftmax(RIGHT + "while (true) { }\n");
        assertEquals(10, graded.points(), graded.answer().toString());
        assertTrue(graded.remarks().contains("line 5 did not end within 3 s"), graded.remarks());
    }

    @Test
    void exitAndHalt() throws IOException {
        assertCostsSoftmaxAlone("ended the whole program (exit code 0)", withBody("System.exit(0); return x;"));
        assertCostsSoftmaxAlone("ended the whole program (exit code 7)", withBody("Runtime.getRuntime().halt(7); return x;"));
    }

    @Test
    void aStatementThatExits() throws IOException {
        Graded graded = withSoftmax(RIGHT + "System.exit(0);\n");
        assertEquals(10, graded.points(), graded.answer().toString());
        assertTrue(graded.remarks().contains("line 5 ended the program"), graded.remarks());
    }

    @Test
    void deepRecursion() throws IOException {
        assertCostsSoftmaxAlone("called itself again and again", withBody("return softmax(x, beta).add(1);"));
    }

    @Test
    void heapExhaustion() throws IOException {
        assertCostsSoftmaxAlone("needed more memory than there is", withBody(
                "List<long[]> all = new ArrayList<>(); while (true) { all.add(new long[1 << 20]); if (all.isEmpty()) return x; }"));
    }

    @Test
    void exhaustionOutsideTheHeap() throws IOException {
        Graded graded = withBody("List<INDArray> all = new ArrayList<>(); while (true) { all.add(Nd4j.ones(org.nd4j.linalg.api.buffer.DataType.DOUBLE, 8_000_000)); if (all.isEmpty()) return x; }");
        assertEquals(0, graded.points("softmax"));
        assertFalse(graded.exercise("softmax").has("compiler"), graded.answer().toString());
        assertEquals(4, graded.points("logSoftmax"), graded.answer().toString());
    }

    @Test
    void aCrashInNativeCode() throws IOException {
        assertCostsSoftmaxAlone("ended the whole program", withBody("var f = sun.misc.Unsafe.class.getDeclaredField(\"theUnsafe\"); f.setAccessible(true);\n"
                + "((sun.misc.Unsafe) f.get(null)).putAddress(8, 8); return x;"));
    }

    @Test
    void threadsWithoutEnd() throws IOException {
        Graded graded = withBody("while (true) { Thread t = new Thread(() -> { while (true) { } }); t.setDaemon(true); t.start(); if (beta < 0) return x; }");
        assertEquals(0, graded.points("softmax"), graded.answer().toString());
        assertEquals(4, graded.points("logSoftmax"), graded.answer().toString());
    }

    @Test
    void noProgramCanBeStarted() throws IOException {
        assertCostsSoftmaxAlone("threw IOException", withBody("new ProcessBuilder(\"/bin/sh\", \"-c\", \":(){ :|:& };:\").start(); return x;"));
        assertCostsSoftmaxAlone("threw IOException", withBody("new ProcessBuilder(\"kill\", \"-9\", \"1\").start(); return x;"));
    }

    @Test
    void foreignFilesAndTheNetwork() throws IOException {
        String project = java.nio.file.Path.of("").toAbsolutePath().toString();
        assertCostsSoftmaxAlone("threw NoSuchFileException", withBody("java.nio.file.Files.readString(java.nio.file.Path.of(\"" + project + "/pom.xml\")); return x;"));
        assertCostsSoftmaxAlone("threw", withBody("java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\")); return x;"));
        assertCostsSoftmaxAlone("threw", withBody("new java.net.Socket(\"192.0.2.1\", 80).close(); return x;"));
        assertCostsSoftmaxAlone("threw", withBody("java.nio.file.Files.writeString(java.nio.file.Path.of(\"/grade/x\"), \"\"); return x;"));
    }

    @Test
    void theEnvironmentAndOtherProcesses() throws IOException {
        Graded graded = withBody("throw new Exception(System.getenv().keySet() + \" \" + ProcessHandle.allProcesses().count()\n"
                + "    + \" \" + System.getProperty(\"user.dir\") + \" \" + new java.io.File(\"/proc/1/environ\").canRead());");
        String told = graded.told("softmax");
        assertFalse(told.contains("HOMEWORK") || told.contains("JAVA_HOME") || told.contains("USER"), told);
        assertTrue(told.contains("] 2 /tmp") || told.contains("] 3 /tmp"), told);
    }

    @Test
    void floodsAndSetOut() throws IOException {
        Graded graded = withSoftmax(RIGHT.replace("INDArray e", "for (int i = 0; i < 100_000; i++) System.out.println(\"<b>\" + i);\n"
                + "System.setOut(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));\nINDArray e"));
        assertEquals(10, graded.points(), graded.answer().toString());
        String printed = graded.exercise("softmax").get("printed").getAsString();
        assertTrue(printed.startsWith("<b>0\n<b>1\n") && printed.length() < 5000, printed);
    }

    @Test
    void rawWritesOnTheStandardOutputReachNobody() throws IOException {
        Graded graded = withSoftmax(RIGHT.replace("INDArray e", "try { new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[100]); }\n"
                + "catch (java.io.IOException full) { }\nINDArray e"));
        assertEquals(10, graded.points(), graded.answer().toString());
    }

    @Test
    void rawWritesOnTheStreamOfAnswers() throws IOException {
        String stream = "java.lang.reflect.Constructor<java.io.FileDescriptor> open = java.io.FileDescriptor.class.getDeclaredConstructor(int.class);\n"
                + "open.setAccessible(true);\njava.io.FileOutputStream o = new java.io.FileOutputStream(open.newInstance(3));\n";
        assertCostsSoftmaxAlone("own output", withBody(stream + "o.write(new byte[100]); return x;"));
        assertCostsSoftmaxAlone("own output", withBody(stream + "while (true) { o.write(new byte[1 << 16]); if (beta < 0) return x; }"));
    }

    @Test
    void changedArgumentsViewsTypesAndNothing() throws IOException {
        Graded changed = withBody("INDArray e = Transforms.exp(x.muli(-beta)); return e.div(e.sumNumber());");
        assertTrue(changed.points("softmax") < changed.of("softmax"), changed.answer().toString());
        assertTrue(changed.answer().toString().contains("changed its argument x"), changed.answer().toString());
        assertCostsSoftmaxAlone("returned an array of type FLOAT", withSoftmax(RIGHT.replace("return e.div(e.sumNumber())",
                "return e.div(e.sumNumber()).castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT)")));
        assertCostsSoftmaxAlone("an array of shape [3]", withSoftmax(RIGHT.replace("return e.div(e.sumNumber())", "return e.div(e.sumNumber()).reshape(1, -1)")));
        assertCostsSoftmaxAlone("returned nothing", withBody("return null;"));
        assertCostsSoftmaxAlone("NaN", withBody("return x.sub(x).div(x.sub(x));"));
    }

    @Test
    void namesThatHideOthersGainNothing() throws IOException {
        String hiding = "int org = 1;\nString homework = \"\";\nvoid assertEquals(Object a, Object b) { }\n"
                + "class Softmax { static Object FORWARD; }\nvoid check(Object a, Object b) { }\n";
        Graded wrong = withSoftmax(hiding + "INDArray softmax(INDArray x, double beta) { return x; }");
        assertEquals(0, wrong.points("softmax"));
        Graded right = withSoftmax(hiding + RIGHT);
        assertEquals(10, right.points(), right.answer().toString());
    }

    @Test
    void magicsAreNotRun() throws IOException {
        Graded graded = withSoftmax("%classpath /tmp/evil.jar\n" + RIGHT);
        assertEquals(10, graded.points(), graded.answer().toString());
        assertTrue(graded.remarks().contains("commands to the kernel"), graded.remarks());
    }

    @Test
    void lookingIntoTheRunnerGainsNothing() throws IOException {
        // The visible answers by heart, and every hand on the runner that reflection gives.
        Graded graded = withBody("for (Thread t : Thread.getAllStackTraces().keySet()) if (t != Thread.currentThread()) t.interrupt();\n"
                + "Class<?> runner = Class.forName(\"homework.grade.Runner\");\nfor (var f : runner.getDeclaredFields()) f.setAccessible(true);\n"
                + "try { Class.forName(\"homework.exercise.backprop.SoftmaxForwardHidden\"); return Nd4j.ones(3); } catch (ClassNotFoundException e) { }\n"
                + "return x;");
        assertEquals(0, graded.points("softmax"), graded.answer().toString());
    }

    @Test
    void theVisibleAnswersByHeartLoseToHiddenTestsThatTellNothing() throws IOException {
        Graded graded = withBody("double[] v = x.toDoubleVector();\nif (v.length == 3 && v[0] == 1 && v[1] == 2 && v[2] == 3) {\n"
                + "    INDArray e = Transforms.exp(x.mul(-beta)); return e.div(e.sumNumber()); }\nSystem.out.println(\"secret \" + x);\n"
                + "throw new RuntimeException(\"secret \" + x);");
        assertEquals(0, graded.points("softmax"), graded.answer().toString());
        assertTrue(graded.exercise("softmax").toString().contains("\"hidden\":"), graded.answer().toString());
        assertFalse(graded.told("softmax", "values").contains("secret"), graded.answer().toString());
    }
}
