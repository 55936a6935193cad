package homework.grade;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A solution cell of a student's.
 *
 * @param id of its exercise
 */
record Cell(String id, String source) {
    private static final Pattern MAGIC = Pattern.compile("(?m)^[ \\t]*%%?[A-Za-z].*$");
    private static final Pattern WHOLE = Pattern.compile("\\A\\s*%%[A-Za-z]");

    /** Whether it holds commands to the kernel, such as %classpath. */
    boolean hasMagics() {
        return MAGIC.matcher(source).find();
    }

    /** Its Java: lines that are commands to the kernel are blank, so that the others keep their numbers. */
    String java() {
        return WHOLE.matcher(source).find() ? "" : MAGIC.matcher(source).replaceAll("");
    }

    /** One submission. */
    record Submission(String key, long seed, List<Cell> cells) {
    }
}
