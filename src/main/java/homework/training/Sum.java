package homework.training;

import homework.engine.Pass;

/** Scores of pieces added up. */
record Sum(int steps, int examples, double loss, int correct) {
    static final Sum NOTHING = new Sum(0, 0, 0, 0);

    Sum plus(Pass piece) {
        return piece.examples() == 0 ? this : new Sum(steps + piece.steps(), examples + piece.examples(),
                loss + piece.loss() * piece.examples(), correct + piece.correct());
    }

    /** Not a number as loss where nothing was added. */
    Pass pass() {
        return new Pass(steps, examples, examples == 0 ? Double.NaN : loss / examples, correct);
    }

    /** Every digit; {@link #parse} reads it. */
    String text() {
        return steps + " " + examples + " " + loss + " " + correct;
    }

    static Sum parse(String text) {
        String[] fields = text.split(" ");
        return new Sum(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), Double.parseDouble(fields[2]), Integer.parseInt(fields[3]));
    }
}
