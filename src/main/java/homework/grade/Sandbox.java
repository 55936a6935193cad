package homework.grade;

import java.io.IOException;

/** Where runners live. */
interface Sandbox {

    /** Starts a runner. It ends at the latest with the thread that starts it. */
    Process start() throws IOException;

    /** What it is, for the log. */
    String name();

    /** Why there can be none: what is wrong, and what mends it. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String mend;

        Refused(String what, String mend) {
            super(what);
            this.mend = mend;
        }

        String mend() {
            return mend;
        }
    }
}
