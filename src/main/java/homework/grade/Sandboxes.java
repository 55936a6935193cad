package homework.grade;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Chooses the sandbox, and tries whether it holds before anything of a student's runs in it. */
final class Sandboxes {
    private static final long PROBE_SECONDS = 60;
    private static final String ELSE = "; or, if you trust every one of these students with this computer, --unsafe-no-sandbox";

    private Sandboxes() {
    }

    static Sandbox choose(boolean unsafe) throws Sandbox.Refused, IOException {
        Installation installation = Installation.here();
        if (unsafe) {
            System.err.println("judge: WITHOUT A SANDBOX: what students have written may read, change and send away whatever this user can");
            return new NoSandbox(installation);
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new Sandbox.Refused("submissions can be run safely on Linux alone, and this is " + System.getProperty("os.name"),
                    "grade on a Linux machine or in a Linux virtual machine" + ELSE);
        }
        for (String program : List.of("bwrap", "prlimit", "setpriv")) {
            if (!Files.isExecutable(Path.of("/usr/bin", program))) {
                throw new Sandbox.Refused("the program " + program + ", which locks up what students have written, is not installed",
                        (program.equals("bwrap") ? "apt install bubblewrap" : "apt install util-linux") + ELSE);
            }
        }
        installation.unpackNatives();
        installation.writeFilter();
        Users users = Users.here();
        probe(new Bubblewrap(installation, users), users, installation);
        return new Bubblewrap(installation.archived(users), users);
    }

    /** Fails closed: anything but the one expected line is a refusal. */
    private static void probe(Bubblewrap sandbox, Users users, Installation installation) throws Sandbox.Refused, IOException {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = sandbox.start(List.of("-XX:TieredStopAtLevel=1", "-Xmx64m", "-XX:+UseSerialGC", "-Xlog:disable"), ProcessBuilder.Redirect.PIPE, Probe.class.getName(),
                    String.valueOf(outside.getLocalPort()), installation.folder().toString(), String.valueOf(users.threads()),
                    String.valueOf(installation.hasFilter()));
            process.getOutputStream().close();
            String errors = "";
            String said = "";
            try {
                if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                    errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                process.destroyForcibly();
            }
            if (!said.equals(Probe.NOTHING)) {
                throw refused(said, errors.lines().filter(line -> !line.isBlank()).findFirst().orElse("it did not answer"), users);
            }
        }
    }

    private static Sandbox.Refused refused(String said, String error, Users users) throws IOException {
        if (!said.isEmpty()) {
            return new Sandbox.Refused("the sandbox does not hold: a trial program got out: " + said, "report this" + ELSE);
        }
        String mend = "see what bwrap says" + ELSE;
        if (error.contains("space") || error.contains("ermission denied") || error.contains("ermitted") || error.contains("uid map")) {
            mend = users.isRoot() ? "a container needs the capability SYS_ADMIN for it: docker run --cap-add SYS_ADMIN --security-opt seccomp=unconfined"
                    : switched("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1")
                    ? "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or an AppArmor profile for /usr/bin/bwrap that allows userns"
                    : switched("/proc/sys/kernel/unprivileged_userns_clone", "0") ? "sudo sysctl -w kernel.unprivileged_userns_clone=1"
                    : "sudo sysctl -w user.max_user_namespaces=10000";
            mend += ELSE;
        }
        return new Sandbox.Refused("the sandbox cannot be started here; bwrap says: " + error, mend);
    }

    private static boolean switched(String setting, String value) throws IOException {
        Path file = Path.of(setting);
        return Files.isReadable(file) && Files.readString(file).strip().equals(value);
    }
}
