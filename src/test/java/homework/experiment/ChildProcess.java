package homework.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of a test, which the test can kill; what it says on either output comes in one stream. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    private ChildProcess(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildProcess start(Class<?> main, Object... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** @param before the command that is to run it */
    static ChildProcess start(List<String> before, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The rest of the first line that begins so, or null if it ends before. */
    String lineAfter(String beginning) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        return null;
    }

    /** Everything that it said, when it has ended. */
    String toItsEnd() throws IOException, InterruptedException {
        lineAfter("a line that no process says");
        process.waitFor();
        return said.toString();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** 128 + 9 if it was killed. */
    int exitValue() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
