package homework.grade;

import java.util.ArrayList;
import java.util.List;

/** How Java is started for a runner: small, on one core, and quiet. */
final class JavaOptions {
    static final List<String> ALL = all();

    private JavaOptions() {
    }

    private static List<String> all() {
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-Xss1m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxMetaspaceSize=256m", "-XX:CompressedClassSpaceSize=128m", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-Xshare:auto",
                "-XX:+DisplayVMOutputToStderr", "-XX:+SuppressFatalErrorMessage", "-Xlog:disable", "-XX:ErrorFile=/dev/null", "-Djava.awt.headless=true", "-Djava.io.tmpdir=/tmp", "-Duser.home=/tmp",
                "-Dfile.encoding=UTF-8", "-Dorg.bytedeco.javacpp.maxphysicalbytes=1000m", "-Dorg.bytedeco.javacpp.maxbytes=512m",
                "-Dorg.bytedeco.javacpp.pathsFirst=true", "-Dorg.bytedeco.javacpp.cacheLibraries=false", "-Dorg.bytedeco.javacpp.nopointergc=false"));
        if (Runtime.version().feature() >= 24) {
            options.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        return List.copyOf(options);
    }
}
