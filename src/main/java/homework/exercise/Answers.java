package homework.exercise;

/** The student's answers to the three questions at the end of a notebook. */
@FunctionalInterface
public interface Answers {

    /** One letter a question, such as "bca"; a question mark for one that is not answered yet. */
    String letters() throws Exception;
}
