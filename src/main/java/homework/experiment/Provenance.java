package homework.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Properties;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import oshi.SystemInfo;

/**
 * Where a measured number comes from.
 *
 * @param processor its name, as the machine tells it
 * @param threads that every step used
 * @param java the version of the JDK
 * @param dl4j the version of DeepLearning4J
 * @param library the version of this project
 * @param date on which it was measured, in ISO form
 */
public record Provenance(String processor, int threads, String java, String dl4j, String library, String date) {

    /** Is found out when something is measured, not by every reader of results: the processor's name takes a native library. */
    private static final class Here {
        private static final String PROCESSOR = known(new SystemInfo().getHardware().getProcessor().getProcessorIdentifier().getName());
        private static final String LIBRARY = version(Provenance.class, "/META-INF/maven/homework/deep-learning-homework/pom.properties");
        private static final String DL4J = version(MultiLayerNetwork.class, "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties");
    }

    /** Of this process, now. */
    public static Provenance here(int threads) {
        return new Provenance(Here.PROCESSOR, threads, System.getProperty("java.version"), Here.DL4J, Here.LIBRARY, LocalDate.now().toString());
    }

    /** Of a line of results. */
    static Provenance read(Cells next) {
        return new Provenance(next.text(), next.count(1), next.text(), next.text(), next.text(), next.date());
    }

    /** A cell of the store must not be empty, and not every machine tells its processor's name. */
    static String known(String name) {
        return name == null || name.isBlank() ? "unknown processor" : name;
    }

    /** Maven writes it into a jar; classes that lie about unpacked have none. */
    private static String version(Class<?> of, String file) {
        try (InputStream written = of.getResourceAsStream(file)) {
            if (written == null) {
                return "unpacked";
            }
            Properties properties = new Properties();
            properties.load(written);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return processor + ", " + threads + (threads == 1 ? " thread" : " threads") + ", JDK " + java + ", DL4J " + dl4j + ", version " + library
                + ", " + date;
    }
}
