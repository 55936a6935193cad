package org.nd4j.nativeblas;

/**
 * The class that DL4J 1.0.0-M2.1 asks, by reflection, whether oneDNN may be used. It has moved since, so that DL4J's oneDNN helpers stay
 * switched off; this puts it back under its old name. Only {@code ./course bench} has it on a class path.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {
    }

    /** The old name of the native environment. */
    public static final class Environment {
        private Environment() {
        }

        /** The one there is. */
        public static Environment getInstance() {
            return new Environment();
        }

        /** Whether the native library uses oneDNN. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
        }
    }
}
