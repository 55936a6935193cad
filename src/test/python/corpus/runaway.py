"""Code that does not end, or takes all there is: time, stack, memory, threads, processes, output."""

from corpus.submission import ALL, ANY, JACOBIAN, PERHAPS, RIGHT, Row, cells, guarded

TIME = r"did not end|time"
ENDED = r"end|died|kill|memory|exit"


def jacobian(body, before=""):
    return cells(softmaxJacobian=body, before=before)


ROWS = [
    Row("endless-loop", "infinite loop", jacobian("while (true) Thread.onSpinWait();"), JACOBIAN, says=TIME),
    Row("endless-catch", "infinite loop", jacobian(
        "while (true) {\n    try {\n        Thread.sleep(1000);\n    } catch (Throwable again) {\n    }\n}"), JACOBIAN, says=TIME),
    Row("endless-statement", "infinite loop", cells(sources={
        "softmaxJacobian": "INDArray softmaxJacobian(INDArray p, double beta) {\n    " + RIGHT.replace("\n", "\n    ") + "\n}\nwhile (true);"})),
    Row("endless-initialiser", "infinite loop", jacobian("return Slow.of(p);", """class Slow {
    static int turns;
    static { while (turns < 3) turns = turns * 2 % 2; }
    static INDArray of(INDArray p) { return p; }
}"""), JACOBIAN, says=TIME),
    Row("deadlock", "infinite loop", jacobian("""Object lock = new Object();
synchronized (lock) {
    Thread other = new Thread(() -> { synchronized (lock) { } });
    other.start();
    try { other.join(); } catch (InterruptedException stop) { }
}
""" + RIGHT), JACOBIAN, says=TIME),
    Row("recursion", "deep recursion", jacobian("return softmaxJacobian(p, beta).mul(2);"), JACOBIAN, says="stack"),
    Row("recursion-caught", "deep recursion", jacobian("deeper(0);\n" + RIGHT, """int deeper(int depth) {
    try { return deeper(depth + 1); } catch (StackOverflowError full) { return deeper(depth + 1) + deeper(depth + 2); }
}"""), JACOBIAN, says=TIME + "|stack"),
    Row("heap", "heap exhaustion", jacobian(
        "List<double[]> all = new ArrayList<>();\nwhile (true) all.add(new double[1_000_000]);"), JACOBIAN, says="memory|heap|" + ENDED),
    Row("heap-caught", "heap exhaustion", jacobian("""List<Object> all = new ArrayList<>();
while (true) {
    try {
        all.add(new long[100_000]);
    } catch (OutOfMemoryError full) {
        all.add(1);
    }
}"""), JACOBIAN, says=TIME + "|memory|" + ENDED),
    Row("off-heap", "off-heap exhaustion", jacobian("""List<INDArray> all = new ArrayList<>();
while (true) all.add(Nd4j.ones(org.nd4j.linalg.api.buffer.DataType.DOUBLE, 5_000_000));"""), JACOBIAN, says="memory|llocat|" + ENDED),
    Row("direct-buffers", "off-heap exhaustion", jacobian("""List<java.nio.ByteBuffer> all = new ArrayList<>();
while (true) {
    java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocateDirect(50_000_000);
    for (int i = 0; i < buffer.capacity(); i += 4096) buffer.put(i, (byte) 1);
    all.add(buffer);
}"""), JACOBIAN, says="memory|" + ENDED),
    Row("unsafe-memory", "off-heap exhaustion", jacobian("""try {
    java.lang.reflect.Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
    field.setAccessible(true);
    Object unsafe = field.get(null);
    java.lang.reflect.Method allocate = unsafe.getClass().getMethod("allocateMemory", long.class);
    java.lang.reflect.Method fill = unsafe.getClass().getMethod("setMemory", long.class, long.class, byte.class);
    while (true) fill.invoke(unsafe, allocate.invoke(unsafe, 100_000_000L), 100_000_000L, (byte) 1);
} catch (ReflectiveOperationException failed) {
    throw new IllegalStateException(String.valueOf(failed.getCause()));
}"""), JACOBIAN, says="memory|" + ENDED),
    Row("giant-array", "heap exhaustion", jacobian("return Nd4j.zeros(org.nd4j.linalg.api.buffer.DataType.DOUBLE, 30_000_000);"), JACOBIAN,
        says="large|larger|too|memory|array"),
    Row("giant-text", "heap exhaustion", cells(answers='return "bca".repeat(60_000_000);'), {"answers": ALL}, says="large|long|memory|letters"),
    Row("threads", "thread bombs", jacobian("""while (true) {
    Thread more = new Thread(() -> { while (true) Thread.onSpinWait(); });
    more.setDaemon(false);
    more.start();
}"""), JACOBIAN, says=TIME + "|thread|memory|" + ENDED),
    # A handful for each call is within what a runner may have; more of them take the threads that its other exercises need.
    Row("threads-left", "thread bombs", jacobian("""for (int i = 0; i < 3; i++) {
    Thread left = new Thread(() -> { while (true) try { Thread.sleep(1); } catch (InterruptedException goOn) { } });
    left.start();
}
""" + RIGHT)),
    # A shell is not there to be started in every sandbox; the launcher of Java is, and so is the program that runs.
    Row("forks", "fork bombs", jacobian("""String java = System.getProperty("java.home") + "/bin/java";
List<String[]> bombs = List.of(new String[] {"/bin/sh", "-c", "b() { b | b & }; b"}, new String[] {java, "-version"},
    new String[] {"/proc/self/exe", "-version"}, new String[] {"/usr/bin/perl", "-e", "fork while 1"});
for (int i = 0; ; i++) {
    try {
        new ProcessBuilder(bombs.get(i % bombs.size())).start();
    } catch (java.io.IOException notThere) {
        Thread.onSpinWait();
    }
}"""), JACOBIAN, says=TIME + "|" + ENDED),
    Row("prints-forever", "endless stdout", jacobian('while (true) System.out.println("all work and no play");'), JACOBIAN, says=TIME + "|print"),
    Row("prints-one-line", "endless stdout", jacobian('while (true) System.err.print("........................");'), JACOBIAN, says=TIME + "|print"),
    Row("prints-past-java", "endless stdout", jacobian("""try (java.io.FileOutputStream out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
    byte[] many = "y\\n".repeat(5000).getBytes();
    while (true) out.write(many);
} catch (java.io.IOException closed) {
    throw new IllegalStateException(closed);
}"""), JACOBIAN, says=TIME + "|wrote|written"),
    Row("prints-much", "endless stdout", jacobian("for (int i = 0; i < 50_000; i++) System.out.println(i);\n" + RIGHT), says=r"50,000|lines|printed"),
    Row("fills-disk", "endless stdout", jacobian("""for (String folder : List.of("/tmp", System.getProperty("user.dir"), System.getProperty("java.io.tmpdir"),
        "/dev/shm", "/var/tmp")) {
    try (java.io.FileOutputStream out = new java.io.FileOutputStream(folder + "/big")) {
        byte[] block = new byte[1_000_000];
        while (true) out.write(block);
    } catch (java.io.IOException full) {
        Thread.onSpinWait();
    }
}
""" + RIGHT), PERHAPS),
    Row("exit", "System.exit/halt", jacobian("System.exit(0);\n" + RIGHT), JACOBIAN, says=ENDED),
    Row("halt", "System.exit/halt", jacobian("Runtime.getRuntime().halt(0);\n" + RIGHT), JACOBIAN, says=ENDED),
    Row("exit-later", "System.exit/halt", cells(softmax="""new Thread(() -> {
    try { Thread.sleep(30); } catch (InterruptedException goOn) { }
    System.exit(0);
}).start();
INDArray e = Transforms.exp(x.mul(-beta));
return e.div(e.sumNumber());"""), {"softmax": ANY, "softmaxJacobian": ANY, "answers": ANY}),
    Row("hook", "System.exit/halt", jacobian("""Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) Thread.onSpinWait(); }));
System.exit(0);
return p;"""), JACOBIAN, says=ENDED + "|" + TIME),
    Row("crash", "System.exit/halt", jacobian("""try {
    java.lang.reflect.Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
    field.setAccessible(true);
    Object unsafe = field.get(null);
    unsafe.getClass().getMethod("putAddress", long.class, long.class).invoke(unsafe, 0L, 0L);
} catch (ReflectiveOperationException failed) {
    throw new IllegalStateException(failed);
}
return p;"""), JACOBIAN, says=ENDED),
    Row("kills", "killing its parent", jacobian(guarded("""ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);
ProcessHandle.allProcesses().forEach(ProcessHandle::destroyForcibly);
for (String kill : List.of("/bin/kill", "/usr/bin/kill", "/bin/sh"))
    try { new ProcessBuilder(kill.endsWith("sh") ? List.of(kill, "-c", "kill -9 -1; kill -9 $PPID") : List.of(kill, "-9", "-1")).start().waitFor(); }
    catch (java.io.IOException notThere) { }""")), PERHAPS),
    Row("stops-parent", "killing its parent", jacobian(guarded("""for (long pid = 1; pid < 400; pid++)
    for (String signal : List.of("-STOP", "-9"))
        try { new ProcessBuilder("/bin/kill", signal, "" + pid).start().waitFor(); } catch (java.io.IOException notThere) { pid = 400; }""")), PERHAPS),
]
