package homework.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import org.bytedeco.javacpp.Loader;

/**
 * The number of threads that oneDNN uses in the calling Java thread. OpenMP keeps it for each thread by itself, so that
 * engines side by side do not disturb each other.
 */
final class OpenMp {
    private static final Function SET = function("omp_set_num_threads");
    private static final Function GET = function("omp_get_max_threads");

    private OpenMp() {
    }

    /** Whether the count can be set here; otherwise OMP_NUM_THREADS decides for the whole process. */
    static boolean isControlled() {
        return SET != null && GET != null;
    }

    static int threads() {
        return isControlled() ? GET.invokeInt(new Object[0]) : Runtime.getRuntime().availableProcessors();
    }

    /** For the calling thread, until it is set again. */
    static void setThreads(int count) {
        if (isControlled()) {
            SET.invokeVoid(new Object[] {count});
        }
    }

    private static Function function(String name) {
        if (OneDnn.file() == null) {
            return null;
        }
        // Windows' linker does not look into the libraries that a library links to; there the runtime has this name.
        String library = Loader.getPlatform().startsWith("windows") ? "vcomp140" : OneDnn.file();
        try {
            return NativeLibrary.getInstance(library).getFunction(name);
        } catch (UnsatisfiedLinkError e) {
            return null;
        }
    }
}
