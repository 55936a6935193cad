package homework.notebook;

import homework.exercise.CheckResult;
import homework.exercise.Problem;
import homework.exercise.Score;

/**
 * The HTML of a {@link Score}: a line a test, and under a failed one what a student needs. Colours are JupyterLab's, so that they
 * fit its dark theme, with others for pages that have no theme; marks and words say the same as the colours.
 */
final class ScorePage {
    private static final String RIGHT = "color:var(--jp-success-color1,#2e7d32)";
    private static final String WRONG = "color:var(--jp-error-color1,#c62828)";
    private static final String LEFT = "style=\"text-align:left;vertical-align:top\"";
    private static final String DETAIL = "style=\"text-align:left;vertical-align:top;white-space:pre-wrap\"";

    private ScorePage() {
    }

    static String of(Score score) {
        String title = "<b>" + Html.escape(score.title()) + "</b>";
        if (score.isNotWritten()) {
            return "<p>" + title + "<br>Not written yet. Write it in the exercise cell above, run that cell, then this one again.</p>";
        }
        StringBuilder html = new StringBuilder("<table><caption style=\"text-align:left\">").append(title).append("</caption><tbody>");
        for (CheckResult result : score.results()) {
            html.append("<tr><td ").append(LEFT).append("><span style=\"white-space:nowrap;").append(result.passed() ? RIGHT : WRONG).append("\">")
                    .append(result.passed() ? "✓ ok" : "✗ wrong").append("</span></td><td ").append(LEFT).append('>').append(Html.escape(result.says()))
                    .append("</td><td>").append(result.points()).append(" of ").append(result.of()).append("</td></tr>");
            result.problem().ifPresent(problem -> details(html, score.isTold(result) ? Problem.of("", "as above") : problem));
        }
        html.append("</tbody></table>");
        if (!score.printed().isEmpty()) {
            html.append("<p>Printed meanwhile:</p><pre>").append(Html.escape(score.printed())).append("</pre>");
        }
        return html.toString();
    }

    private static void details(StringBuilder html, Problem problem) {
        for (Problem.Part part : problem.parts()) {
            html.append("<tr><td ").append(LEFT).append('>').append(Html.escape(part.label())).append("</td><td colspan=\"2\" ").append(DETAIL).append('>')
                    .append(part.label().equals("likely") ? "<b>" + Html.escape(part.text()) + "</b>" : Html.escape(part.text())).append("</td></tr>");
        }
    }
}
