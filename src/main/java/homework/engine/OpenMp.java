package homework.engine;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import org.bytedeco.javacpp.Loader;

/**
 * The number of threads that oneDNN uses in the calling Java thread. OpenMP keeps it for each thread by itself, so that
 * engines side by side do not disturb each other. Where the runtime's functions cannot be reached, OMP_NUM_THREADS decides for the whole process.
 */
final class OpenMp {
    private static final boolean CONTROLLED = bind();

    private OpenMp() {
    }

    static int threads() {
        return CONTROLLED ? Calls.omp_get_max_threads() : Runtime.getRuntime().availableProcessors();
    }

    /** For the calling thread, until it is set again. */
    static void setThreads(int count) {
        if (CONTROLLED) {
            Calls.omp_set_num_threads(count);
        }
    }

    private static boolean bind() {
        if (OneDnn.file() == null) {
            return false;
        }
        // Windows' linker does not look into the libraries that a library links to; there the runtime has this name.
        String library = Loader.getPlatform().startsWith("windows") ? "vcomp140" : OneDnn.file();
        try {
            Native.register(Calls.class, NativeLibrary.getInstance(library));
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /** OpenMP's own functions, called without allocation. */
    private static final class Calls {
        static native void omp_set_num_threads(int count);

        static native int omp_get_max_threads();
    }
}
