package homework.grade;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** No sandbox at all, for who has asked for it: a student's code may do what this user may. */
final class NoSandbox implements Sandbox {
    private final Installation installation;

    NoSandbox(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "none: what students have written may do all that this user may do";
    }

    @Override
    public Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(installation.java().resolve("bin/java").toString()));
        JavaOptions.ALL.stream().filter(option -> !option.matches("-D(java.io.tmpdir|user.home|org.bytedeco.javacpp.(pathsFirst|cacheLibraries)).*"))
                .forEach(command::add);
        command.addAll(List.of("-cp", installation.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                Runner.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(java.util.Map.of("OMP_NUM_THREADS", "1", "MALLOC_ARENA_MAX", "2", "OMP_WAIT_POLICY", "passive"));
        return builder.start();
    }
}
