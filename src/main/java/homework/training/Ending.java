package homework.training;

/** Why a training ended. */
public enum Ending {
    /** All epochs are done. */
    FINISHED,
    /** The validation images have seen no better epoch for as many epochs as was asked for. */
    EARLY,
    /** By the stop button, by Ctrl-C, or because the thread was interrupted. */
    STOPPED,
    /** Values became infinite or not a number, see {@link DivergedTraining}. */
    DIVERGED
}
