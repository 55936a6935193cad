package homework.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Properties;
import oshi.SystemInfo;

/**
 * Where a measured number comes from.
 *
 * @param processor its name, as the machine tells it
 * @param threads that every step used
 * @param java the version of the JDK
 * @param library the version of this project
 * @param date on which the run ended, in ISO form
 */
public record Provenance(String processor, int threads, String java, String library, String date) {
    private static final String VERSION = "/META-INF/maven/homework/deep-learning-homework/pom.properties";

    /** Of this process, now. */
    public static Provenance here(int threads) {
        return new Provenance(new SystemInfo().getHardware().getProcessor().getProcessorIdentifier().getName(), threads,
                System.getProperty("java.version"), version(), LocalDate.now().toString());
    }

    /** Maven writes it into the jar; classes that lie about unpacked have none. */
    private static String version() {
        try (InputStream written = Provenance.class.getResourceAsStream(VERSION)) {
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
        return processor + ", " + threads + (threads == 1 ? " thread" : " threads") + ", JDK " + java + ", version " + library + ", " + date;
    }
}
