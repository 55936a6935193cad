package homework.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sandbox by the program bwrap: no network, no files but those that Java needs, processes that see only each other, limits to
 * whatever can be used up.
 */
final class Bubblewrap implements Sandbox {
    private static final String INSIDE = "/grade";
    private static final String ARCHIVE = INSIDE + "/start.jsa";
    private static final String CACHE = "/tmp/javacpp";
    /** For whoever works on the runner; what a student's code says there nobody reads. */
    private static final ProcessBuilder.Redirect ERRORS = Boolean.getBoolean("homework.grade.errors") ? ProcessBuilder.Redirect.INHERIT
            : ProcessBuilder.Redirect.DISCARD;
    private final Installation installation;
    private final Users users;
    private final BitSet taken = new BitSet();
    private final List<String> room;

    Bubblewrap(Installation installation, Users users) throws IOException {
        this.installation = installation;
        this.users = users;
        this.room = room();
    }

    @Override
    public String name() {
        return "bubblewrap as " + users + (installation.hasFilter() ? "" : ", without a filter of system calls");
    }

    @Override
    public Process start() throws IOException {
        return start(options(), ERRORS, Runner.class.getName());
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(JavaOptions.ALL);
        options.addAll(List.of("-Djava.library.path=" + INSIDE + "/natives", "-Dorg.bytedeco.javacpp.cachedir=" + CACHE));
        installation.archive().ifPresent(file -> options.add("-XX:SharedArchiveFile=" + ARCHIVE));
        return options;
    }

    /** Starts a program of ours in the sandbox. */
    Process start(List<String> options, ProcessBuilder.Redirect errors, String... program) throws IOException {
        int slot = take();
        try {
            List<String> limits = new ArrayList<>(Limits.command(users.threads()));
            limits.addAll(users.change(slot));
            Process process = start(room, limits, options, errors, program);
            process.onExit().thenRun(() -> giveBack(slot));
            return process;
        } catch (IOException e) {
            giveBack(slot);
            throw e;
        }
    }

    /** Warms up a runner, without limits because nothing of a student's is in it, and keeps the classes it has loaded in a file of that folder. */
    Process archive(Path folder, String name) throws IOException {
        List<String> open = new ArrayList<>(room);
        open.addAll(open.lastIndexOf("--remount-ro"), List.of("--perms", "0755", "--dir", INSIDE + "/new", "--bind", folder.toString(), INSIDE + "/new"));
        List<String> options = options();
        options.add("-XX:ArchiveClassesAtExit=" + INSIDE + "/new/" + name);
        return start(open, List.of(), options, ERRORS, Runner.class.getName(), Runner.WARM_UP_ONLY);
    }

    private Process start(List<String> where, List<String> limits, List<String> options, ProcessBuilder.Redirect errors, String... program)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (installation.hasFilter()) {
            // Java closes all but three of the files that a program of its own is to have; a shell opens one more.
            command.addAll(List.of("/bin/sh", "-c", "exec \"$@\" 3<\"$0\"", installation.filter().toString()));
        }
        command.addAll(where);
        command.addAll(limits);
        command.add(installation.java().resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(":", IntStream.range(0, installation.classPath().size()).mapToObj(this::inside).toList())));
        command.addAll(List.of(program));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors).directory(Path.of("/").toFile());
        builder.environment().clear();
        return builder.start();
    }

    private synchronized int take() {
        int slot = taken.nextClearBit(0);
        taken.set(slot);
        return slot;
    }

    private synchronized void giveBack(int slot) {
        taken.clear(slot);
    }

    private String inside(int entry) {
        return INSIDE + "/lib/" + entry + "-" + installation.classPath().get(entry).getFileName();
    }

    /** All that is the same for every runner: what there is in the room, and that there is nothing else. */
    private List<String> room() throws IOException {
        List<String> room = new ArrayList<>(List.of("/usr/bin/bwrap", "--die-with-parent", "--new-session", "--clearenv",
                "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--hostname", "sandbox"));
        room.addAll(users.bubblewrap());
        if (installation.hasFilter()) {
            room.addAll(List.of("--seccomp", "3"));
        }
        system(room);
        for (Path folder : installation.linked()) {
            show(room, folder, folder.toString());
        }
        for (int entry = 0; entry < installation.classPath().size(); entry++) {
            show(room, installation.classPath().get(entry), inside(entry));
        }
        show(room, installation.natives(), INSIDE + "/natives");
        installation.archive().ifPresent(file -> show(room, file, ARCHIVE));
        room.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--size", String.valueOf(Limits.TEMPORARY_BYTES), "--perms", "1777", "--tmpfs", "/tmp",
                "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"));
        // JavaCPP wants one library under a second name, in a cache of its own; a copy of its own would be 30 MB of memory for each runner.
        room.addAll(List.of("--perms", "1777", "--dir", CACHE, "--perms", "1777", "--dir", CACHE + "/natives", "--ro-bind-try",
                installation.natives().resolve("libopenblas.so.0").toString(), CACHE + "/natives/libopenblas_nolapack.so.0"));
        for (String variable : List.of("PATH=/usr/bin:/bin", "HOME=/tmp", "LANG=C.UTF-8", "MALLOC_ARENA_MAX=2", "OMP_NUM_THREADS=1",
                "OMP_WAIT_POLICY=passive", "LD_LIBRARY_PATH=" + INSIDE + "/natives")) {
            int equals = variable.indexOf('=');
            room.addAll(List.of("--setenv", variable.substring(0, equals), variable.substring(equals + 1)));
        }
        room.add("--");
        return room;
    }

    /** Programs and libraries of the system, and the JDK. */
    private void system(List<String> room) throws IOException {
        room.addAll(List.of("--ro-bind", "/usr", "/usr"));
        for (String folder : List.of("/bin", "/sbin", "/lib", "/lib64", "/lib32")) {
            Path path = Path.of(folder);
            if (Files.isSymbolicLink(path)) {
                room.addAll(List.of("--symlink", Files.readSymbolicLink(path).toString(), folder));
            } else {
                room.addAll(List.of("--ro-bind-try", folder, folder));
            }
        }
        show(room, Path.of("/etc/ld.so.cache"), "/etc/ld.so.cache");
        if (!installation.java().startsWith("/usr")) {
            show(room, installation.java(), installation.java().toString());
        }
    }

    /** Shows a file or folder, which can be read there and no more. */
    private static void show(List<String> room, Path what, String where) {
        // What bwrap makes itself on the way is for root alone.
        List<Path> above = new ArrayList<>();
        for (Path folder = Path.of(where).getParent(); folder.getNameCount() > 0; folder = folder.getParent()) {
            above.add(0, folder);
        }
        above.forEach(folder -> room.addAll(List.of("--perms", "0755", "--dir", folder.toString())));
        room.addAll(List.of("--ro-bind-try", what.toString(), where));
    }
}
