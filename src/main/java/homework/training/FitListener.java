package homework.training;

/** Is told how a training goes, on the thread that trains; what it takes, the training waits for. */
public interface FitListener {

    /** Some 256 images are done, or a step, if a step takes more. */
    default void progress(Progress now) {
    }

    /** An epoch is trained and evaluated. */
    default void epoch(Progress now) {
    }

    /** Something that a person should know, such as a damaged checkpoint. */
    default void note(String sentence) {
    }

    /** The training has ended, in whatever way. */
    default void ended(History history) {
    }
}
