package homework.exercise;

/** A {@link Score} as lines of text. */
final class ScoreText {
    private static final int LABEL = 10;

    private ScoreText() {
    }

    static String of(Score score) {
        StringBuilder text = new StringBuilder(score.title());
        if (score.isNotWritten()) {
            return text.append("\n  ").append(Score.TO_DO.replace("\n", "\n  ")).toString();
        }
        int width = score.results().stream().mapToInt(result -> result.says().length()).max().orElse(0);
        for (CheckResult result : score.results()) {
            text.append(result.passed() ? "\n  ok     " : "\n  wrong  ").append(result.says()).append(" ".repeat(width - result.says().length() + 3))
                    .append(result.points()).append(" of ").append(result.of());
            result.hidden().ifPresent(says -> text.append("\n         hidden    ").append(says));
            result.shown().ifPresent(problem -> text.append(score.isTold(result) ? "\n         as above" : lines(problem)));
        }
        if (!score.printed().isEmpty()) {
            text.append("\n  printed meanwhile:\n    ").append(score.printed().replace("\n", "\n    "));
        }
        return text.toString();
    }

    private static String lines(Problem problem) {
        StringBuilder text = new StringBuilder();
        for (Problem.Part part : problem.parts()) {
            String label = part.label().isEmpty() ? "" : part.label() + " ".repeat(Math.max(1, LABEL - part.label().length()));
            text.append("\n         ").append(label).append(part.text().replace("\n", "\n         " + " ".repeat(label.length())));
        }
        return text.toString();
    }
}
