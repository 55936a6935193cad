package homework.notebook;

import homework.gradient.DerivationResult;
import homework.gradient.Step;
import homework.gradient.StepResult;
import java.util.List;

/**
 * The HTML of a derivation that was run: a row for each step with its mark, and under a wrong one where it is wrong and why. The marks'
 * colours are JupyterLab's own, so that they follow its themes, and only repeat what the sign and the words beside them say.
 */
final class ProofPage {
    /** The shades of each theme that stand out from its background. */
    private enum Mark {
        RIGHT("✓", "var(--jp-success-color1, #388e3c)"),
        WRONG_AS_ANNOUNCED("✗", "var(--jp-warn-color0, #e65100)"),
        FAILED("✗", "var(--jp-error-color1, #d32f2f)");

        final String html;

        Mark(String sign, String colour) {
            this.html = "<strong style=\"color:" + colour + "\">" + sign + "</strong> ";
        }

        static Mark of(StepResult result) {
            return !result.asExpected() ? FAILED : result.right() ? RIGHT : WRONG_AS_ANNOUNCED;
        }
    }

    private static final String LEFT = " style=\"text-align:left;vertical-align:top\"";
    private static final String QUIET = "color:var(--jp-content-font-color2, inherit)";
    private static final String BADGE = "<span style=\"border:1px solid currentColor;border-radius:3px;padding:0 4px;white-space:nowrap;"
            + QUIET + "\">";

    private ProofPage() {
    }

    static Output of(DerivationResult result) {
        StringBuilder html = new StringBuilder("<table><caption").append(LEFT).append(">").append(Html.escape(result.title()))
                .append("</caption><thead><tr>");
        for (String head : List.of("step", "verdict", "measured")) {
            html.append("<th scope=\"col\"").append(LEFT).append(">").append(head).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        result.steps().forEach(step -> html.append(row(step)));
        html.append("</tbody></table>");
        result.remarks().forEach(remark -> html.append("<p>").append(Html.escape(remark)).append("</p>"));
        return new Output(html.toString(), result.toString());
    }

    private static String row(StepResult result) {
        String step = name(result.step()) + quiet(result.step().says());
        String verdict = Mark.of(result).html + Html.escape(result.verdict());
        String likely = result.likely().map(cause -> "<br>" + Html.escape(cause.toString())).orElse("");
        String measured = Html.escape(result.measured()) + quiet(result.worst()) + likely;
        return "<tr>" + cell(step) + cell(verdict) + cell(measured) + "</tr>";
    }

    private static String name(Step step) {
        return (step.isClaim() ? BADGE + Html.escape(step.report()) + "</span> " : "") + Html.escape(step.label());
    }

    /** A line of its own, unless there is nothing to say. */
    private static String quiet(String text) {
        return text.isEmpty() ? "" : "<br><span style=\"" + QUIET + "\">" + Html.escape(text) + "</span>";
    }

    private static String cell(String html) {
        return "<td" + LEFT + ">" + html + "</td>";
    }
}
