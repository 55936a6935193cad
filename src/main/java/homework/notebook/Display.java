package homework.notebook;

/**
 * Where output goes: the front end of a Jupyter kernel, or the terminal when there is no kernel.
 *
 * <p>Every output has a text form (for a terminal, a screen reader, a diff), and unless it is nothing but text an HTML form for a
 * front end; an empty HTML form means that there is none.
 */
interface Display {

    /** Shows an output and returns an id by which it can be replaced later. */
    String show(String html, String text);

    /** Replaces what {@link #show} has put up under this id. */
    void update(String id, String html, String text);

    /** Whether there is a front end that can show HTML and replace an output. */
    boolean isKernel();

    /** The kernel this JVM runs in (JJava or IJava), else the terminal. */
    static Display current() {
        return KernelDisplay.find(Display.class.getClassLoader()).map(Display.class::cast).orElse(TextDisplay.INSTANCE);
    }
}
