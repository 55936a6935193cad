"""Code that wants out: files, classmates, tests, the environment, the network, the next student."""

from corpus.submission import JACOBIAN, RIGHT, Row, cells

JAVA_READS = """void tell(List<String> found, String path) {
    try {
        java.io.File file = new java.io.File(path);
        String[] names = file.list();
        if (names != null && names.length > 0) found.add(path + " holds " + names.length);
        if (file.isFile() && java.nio.file.Files.readAllBytes(file.toPath()).length > 0) found.add(path);
    } catch (Throwable closed) {
    }
}"""


def thief(*paths, more=""):
    """A right answer, unless it can read something: then it throws, with what it found."""
    reads = "".join(f'tell(found, "{path}");\n' for path in paths)
    return cells(before=JAVA_READS, softmaxJacobian="List<String> found = new ArrayList<>();\n" + reads + more
                 + 'if (!found.isEmpty()) throw new IllegalStateException("STOLEN " + found);\n' + RIGHT)


# The one leaves in every place that comes to mind a sign, the other looks for it. Both are right answers otherwise.
LEAVE = """void leave() {
    for (String folder : List.of("/tmp", "/var/tmp", "/dev/shm", "/run", System.getProperty("user.dir"), System.getProperty("user.home"),
            System.getProperty("java.home"), System.getProperty("java.io.tmpdir"), "@PROJECT@/target/lib", "@OUT@", "@SENTINEL@")) {
        try {
            java.nio.file.Files.writeString(java.nio.file.Path.of(folder, "left-by-a-student"), "the answer");
        } catch (Throwable closed) {
        }
    }
    System.setProperty("left.by.a.student", "the answer");
    try {
        java.util.prefs.Preferences.userRoot().put("left", "the answer");
        java.util.prefs.Preferences.userRoot().flush();
    } catch (Throwable closed) {
    }
    Nd4j.EPS_THRESHOLD = 0.25;
    Nd4j.setDefaultDataTypes(org.nd4j.linalg.api.buffer.DataType.FLOAT, org.nd4j.linalg.api.buffer.DataType.FLOAT);
    Thread stays = new Thread(() -> { while (true) try { Thread.sleep(10); } catch (InterruptedException goOn) { } }, "left-by-a-student");
    stays.start();
    for (String[] command : List.of(new String[] {"/bin/sh", "-c", "exec -a left-by-a-student sleep 600 &"}, new String[] {"/bin/sleep", "617"},
            new String[] {"/usr/bin/setsid", "/bin/sleep", "617"})) {
        try {
            new ProcessBuilder(command).start();
        } catch (Throwable closed) {
        }
    }
}
"""
LOOK = """String looked() {
    List<String> found = new ArrayList<>();
    for (String folder : List.of("/tmp", "/var/tmp", "/dev/shm", "/run", System.getProperty("user.dir"), System.getProperty("user.home"),
            System.getProperty("java.home"), System.getProperty("java.io.tmpdir"), "@PROJECT@/target/lib", "@OUT@", "@SENTINEL@")) {
        if (new java.io.File(folder, "left-by-a-student").exists()) found.add(folder);
    }
    if (System.getProperty("left.by.a.student") != null) found.add("a property");
    try {
        if (java.util.prefs.Preferences.userRoot().get("left", null) != null) found.add("a preference");
    } catch (Throwable closed) {
    }
    if (Nd4j.EPS_THRESHOLD == 0.25) found.add("a static field");
    for (Thread thread : Thread.getAllStackTraces().keySet()) if (thread.getName().equals("left-by-a-student")) found.add("a thread");
    ProcessHandle.allProcesses().filter(one -> one.info().arguments().map(List::of).orElse(List.of()).contains("617")).forEach(one -> found.add("a process"));
    for (java.io.File one : new java.io.File("/proc").listFiles()) {
        try {
            String line = java.nio.file.Files.readString(one.toPath().resolve("cmdline"));
            if (line.contains("left-by-a-student") || line.contains("sleep") && line.contains("617")) found.add("a process");
        } catch (Throwable closed) {
        }
    }
    return String.join(", ", found);
}
"""
LOOKED = 'String found = looked();\nif (!found.isEmpty()) throw new IllegalStateException("FOUND " + found);\n' + RIGHT

ROWS = [
    Row("reads-tests", "reading tests", thief(
        "@PROJECT@/target/test-classes", "@PROJECT@/src/test", "@PROJECT@/src/test/java/homework/exercise/backprop/SoftmaxForwardHidden.java", more="""
for (String name : List.of("SoftmaxForwardHidden", "SoftmaxJacobianHidden", "SoftmaxKnown", "SoftmaxJacobianKnown")) {
    if (Thread.currentThread().getContextClassLoader().getResource("homework/exercise/backprop/" + name + ".class") != null) found.add(name);
    if (Softmax.class.getResource(name + ".class") != null) found.add(name);
    try { Class.forName("homework.exercise.backprop." + name); found.add(name); } catch (Throwable notThere) { }
}
""")),
    Row("reads-solutions", "reading solutions", thief(
        "@PROJECT@", "@PROJECT@/solutions/1-backprop/softmax.ipynb", "@PROJECT@/src/notebooks/1-backprop/softmax.md", "@PROJECT@/.git/HEAD",
        "@PROJECT@/.course-secret", "@PROJECT@/README.md")),
    Row("reads-classmates", "reading other students' work", thief(
        "@SUBMISSIONS@", "@SUBMISSIONS@/honest-solution/softmax.ipynb", "@OUT@", "@OUT@/grades.csv", "@SENTINEL@", "@SENTINEL@/secret.txt",
        "/proc/1/root@SUBMISSIONS@", "/proc/self/root@SUBMISSIONS@", "/root", "/home", "/etc/shadow", "/var/log", "/mnt", "/srv")),
    Row("reads-environment", "reading the environment", cells(softmaxJacobian="""List<String> found = new ArrayList<>();
System.getenv().forEach((name, value) -> { if ((name + value).contains("CORPUS_SECRET")) found.add(name); });
for (java.io.File one : new java.io.File("/proc").listFiles()) {
    try {
        if (java.nio.file.Files.readString(one.toPath().resolve("environ"), java.nio.charset.StandardCharsets.ISO_8859_1).contains("CORPUS_SECRET"))
            found.add(one + "/environ");
        String line = java.nio.file.Files.readString(one.toPath().resolve("cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (line.contains("homework.grade.Judge") || line.contains("course\\0grade")) found.add(line);
    } catch (Throwable closed) {
    }
}
if (!found.isEmpty()) throw new IllegalStateException("STOLEN " + found);
""" + RIGHT)),
    Row("network", "the network", cells(softmaxJacobian="""List<String> found = new ArrayList<>();
for (String host : List.of("127.0.0.1", "::1", "localhost")) {
    try (java.net.Socket socket = new java.net.Socket()) {
        socket.connect(new java.net.InetSocketAddress(host, @PORT@), 500);
        found.add(host);
    } catch (Throwable closed) {
    }
}
try {
    for (java.net.NetworkInterface one : Collections.list(java.net.NetworkInterface.getNetworkInterfaces()))
        if (one.isUp() && !one.isLoopback()) found.add(one.getName());
} catch (Throwable closed) {
}
try (java.net.DatagramSocket socket = new java.net.DatagramSocket()) {
    socket.send(new java.net.DatagramPacket(new byte[] {1}, 1, java.net.InetAddress.getByName("127.0.0.1"), @PORT@));
} catch (Throwable closed) {
}
if (!found.isEmpty()) throw new IllegalStateException("STOLEN " + found);
""" + RIGHT)),
    Row("writes-outside", "reading other students' work", cells(softmaxJacobian="""for (String folder : List.of("@PROJECT@", "@PROJECT@/target/lib",
        "@PROJECT@/solutions", "@SUBMISSIONS@", "@SUBMISSIONS@/honest-solution", "@OUT@", "@SENTINEL@", "/tmp", "/usr/lib", "/etc", "/root", "/home", "/lib", "/bin",
        "/proc/1/root@SENTINEL@")) {
    try {
        java.nio.file.Files.writeString(java.nio.file.Path.of(folder, "written-by-a-student"), "here");
    } catch (Throwable closed) {
    }
    try {
        java.nio.file.Files.delete(java.nio.file.Path.of(folder, "secret.txt"));
    } catch (Throwable closed) {
    }
}
""" + RIGHT)),
    Row("links-outside", "reading other students' work", cells(softmaxJacobian="""for (String target : List.of("@SENTINEL@/secret.txt", "@SUBMISSIONS@", "/etc/shadow")) {
    try {
        java.nio.file.Path link = java.nio.file.Files.createTempDirectory("l").resolve("link");
        java.nio.file.Files.createSymbolicLink(link, java.nio.file.Path.of(target));
        java.nio.file.Files.exists(link);
        if (java.nio.file.Files.isReadable(link)) throw new IllegalStateException("STOLEN " + target);
    } catch (java.io.IOException closed) {
    }
}
""" + RIGHT)),
    Row("leaves-state", "state for the next student", cells(softmaxJacobian="leave();\n" + RIGHT, before=LEAVE)),
    # It stands behind the one that leaves in every order by name, so that it is graded after it.
    Row("looks-for-state", "state for the next student", cells(softmaxJacobian=LOOKED, before=LOOK)),
    Row("looks-for-state-2", "state for the next student", cells(softmaxJacobian=LOOKED, before=LOOK)),
    # Finds what it has left itself: so the two before would have found it, too.
    Row("leaves-and-looks", "state for the next student", cells(softmaxJacobian="leave();\n" + LOOKED, before=LEAVE + LOOK),
        JACOBIAN, says="FOUND .*a property"),
]
