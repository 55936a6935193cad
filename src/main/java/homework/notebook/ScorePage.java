package homework.notebook;

import homework.exercise.CheckResult;
import homework.exercise.Problem;
import homework.exercise.Score;
import java.util.stream.Collectors;

/**
 * The HTML of a {@link Score}: a line a test, and under a failed one what went wrong and why, before the numbers that show it. Colours
 * are JupyterLab's, so that they fit its dark theme, with others for pages that have no theme; they only repeat what marks and words say.
 */
final class ScorePage {
    private static final String QUIET = "color:var(--jp-content-font-color2,inherit)";
    private static final String CELL = "text-align:left;vertical-align:top;line-height:1.5;padding:6px 12px 6px 0";
    /** Rows of JupyterLab's tables have stripes; here a line between tests is enough. */
    private static final String ROW = "<tr style=\"background:none;border-top:1px solid var(--jp-border-color2,#ddd)\">";
    private static final String BLOCK = "<pre style=\"white-space:pre-wrap;overflow-wrap:anywhere;margin:4px 0 0;padding:0;background:none;"
            + "font-size:var(--jp-code-font-size,13px)\">";
    private static final int LABEL = 10;

    /** What stands before a test, in JupyterLab's green and red. */
    private enum Mark {
        OK("✓ ok", "var(--jp-success-color1,#388e3c)"), WRONG("✗ wrong", "var(--jp-error-color1,#d32f2f)");

        final String html;

        Mark(String text, String colour) {
            this.html = "<strong style=\"white-space:nowrap;color:" + colour + "\">" + text + "</strong>";
        }
    }

    private ScorePage() {
    }

    static String of(Score score) {
        String title = "<strong>" + Html.escape(score.title()) + "</strong>";
        if (score.isNotWritten()) {
            return "<p>" + title + "<br>" + lines(Score.TO_DO) + "</p>";
        }
        String rows = score.results().stream().map(result -> row(result, score.isTold(result))).collect(Collectors.joining());
        return "<table style=\"border-collapse:collapse;margin:0;table-layout:auto;"
                + "font-size:var(--jp-ui-font-size1,13px)\"><caption style=\"text-align:left;padding-bottom:6px\">"
                + title + "</caption><tbody>" + rows + "</tbody></table>" + printed(score.printed());
    }

    private static String row(CheckResult result, boolean told) {
        String problem = result.shown().map(why -> told ? "<br>" + quiet("as above") : details(why)).orElse("");
        return ROW + cell("td", (result.passed() ? Mark.OK : Mark.WRONG).html)
                + cell("th scope=\"row\"", Html.escape(result.says()) + problem)
                + cell("td", quiet("<span style=\"white-space:nowrap\">" + result.points() + " of " + result.of() + "</span>")) + "</tr>";
    }

    /** First the sentences, which tell the cause, then the numbers. */
    private static String details(Problem problem) {
        StringBuilder sentences = new StringBuilder();
        StringBuilder numbers = new StringBuilder();
        for (Problem.Part part : problem.parts()) {
            switch (part.label()) {
                case "" -> sentences.append("<br><strong>").append(lines(part.text())).append("</strong>");
                case "likely" -> sentences.append("<br>").append(quiet("likely: ")).append("<strong>").append(lines(part.text())).append("</strong>");
                default -> numbers.append(String.format("%-" + LABEL + "s", part.label()))
                        .append(Html.escape(part.text()).replace("\n", "\n" + " ".repeat(LABEL))).append('\n');
            }
        }
        return sentences + (numbers.isEmpty() ? "" : BLOCK + numbers.toString().stripTrailing() + "</pre>");
    }

    private static String printed(String text) {
        return text.isEmpty() ? "" : "<p style=\"margin:8px 0 0\">" + quiet("printed meanwhile:") + "</p>" + BLOCK + Html.escape(text) + "</pre>";
    }

    private static String lines(String text) {
        return Html.escape(text).replace("\n", "<br>");
    }

    private static String quiet(String html) {
        return "<span style=\"" + QUIET + "\">" + html + "</span>";
    }

    private static String cell(String tag, String html) {
        return "<" + tag + " style=\"font-weight:normal;" + CELL + "\">" + html + "</" + tag.substring(0, 2) + ">";
    }
}
