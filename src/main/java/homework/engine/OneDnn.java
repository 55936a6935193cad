package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;

import org.bytedeco.dnnl.engine;
import org.bytedeco.javacpp.Loader;

/** oneDNN in this process: whether it is there, and if not, why. */
final class OneDnn {
    /** System property: {@code -Dhomework.onednn=off} makes every engine fall back to DL4J. */
    static final String SWITCH = "homework.onednn";

    private OneDnn() {
    }

    /** Null if oneDNN can be used, otherwise a sentence that says why not. */
    static String whyNot() {
        if (System.getProperty(SWITCH, "on").equalsIgnoreCase("off")) {
            return "oneDNN is switched off (-D" + SWITCH + "=off).";
        }
        return Library.MISSING;
    }

    /** The processor, as oneDNN calls it an engine; shared by all that run in this process. */
    static engine processor() {
        return Library.PROCESSOR;
    }

    /** File of the loaded binding; oneDNN and its OpenMP runtime are among what it links to. */
    static String file() {
        return Library.FILE;
    }

    /** Loaded on first use, once. */
    private static final class Library {
        static final String MISSING;
        static final String FILE;
        static final engine PROCESSOR;

        static {
            String missing = null;
            String file = null;
            engine processor = null;
            try {
                file = Loader.load(org.bytedeco.dnnl.global.dnnl.class);
                processor = new engine(dnnl_cpu, 0);
            } catch (LinkageError | RuntimeException e) {
                missing = "oneDNN has no natives for this machine (" + Loader.getPlatform() + "): " + e.getMessage();
            }
            MISSING = missing;
            FILE = file;
            PROCESSOR = processor;
        }
    }
}
