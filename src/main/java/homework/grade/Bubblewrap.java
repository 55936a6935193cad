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
    private static final String CACHE = "/tmp/javacpp";
    private final Installation installation;
    private final Users users;
    private final BitSet taken = new BitSet();
    private final boolean archive;
    private final List<String> room;

    Bubblewrap(Installation installation, Users users, boolean archive) throws IOException {
        this.installation = installation;
        this.users = users;
        this.archive = archive;
        this.room = room();
    }

    @Override
    public String name() {
        return "bubblewrap as " + users;
    }

    @Override
    public Process start() throws IOException {
        return start(options(List.of()), Runner.class.getName(),
                System.getenv("JDEBUG") != null ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD);
    }

    private List<String> options(List<String> more) {
        List<String> options = new ArrayList<>(JavaOptions.ALL);
        options.addAll(List.of("-Djava.library.path=" + INSIDE + "/natives", "-Dorg.bytedeco.javacpp.cachedir=" + CACHE));
        if (archive) {
            options.add("-XX:SharedArchiveFile=" + INSIDE + "/start.jsa");
        }
        options.addAll(more);
        return options;
    }

    /** Starts a program of ours in the sandbox. */
    Process start(List<String> javaOptions, String program, ProcessBuilder.Redirect errors) throws IOException {
        int slot = take();
        List<String> command = command(slot);
        command.add(installation.java().resolve("bin/java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", String.join(":", IntStream.range(0, installation.classPath().size()).mapToObj(this::inside).toList()), program));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors).directory(Path.of("/").toFile());
            builder.environment().clear();
            Process process = builder.start();
            process.onExit().thenRun(() -> giveBack(slot));
            return process;
        } catch (IOException e) {
            giveBack(slot);
            throw e;
        }
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

    private List<String> command(int slot) {
        List<String> command = new ArrayList<>(room);
        command.addAll(Limits.command(users.threads()));
        command.addAll(users.change(slot));
        return command;
    }

    /** All that is the same for every runner: what there is in the room, and that there is nothing else. */
    private List<String> room() throws IOException {
        List<String> room = new ArrayList<>(List.of("/usr/bin/bwrap", "--die-with-parent", "--new-session", "--clearenv",
                "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--hostname", "sandbox"));
        room.addAll(users.bubblewrap());
        system(room);
        for (Path folder : installation.linked()) {
            show(room, folder, folder.toString());
        }
        for (int entry = 0; entry < installation.classPath().size(); entry++) {
            show(room, installation.classPath().get(entry), inside(entry));
        }
        show(room, installation.natives(), INSIDE + "/natives");
        if (archive) {
            show(room, installation.folder().resolve("start.jsa"), INSIDE + "/start.jsa");
        }
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
