package homework.gradient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The input reaches the output over several paths, and only some of their gradients arrived. */
final class MissingPath implements Cause {

    @Override
    public Optional<Likely> of(Evidence evidence) {
        List<Map.Entry<String, Values>> paths = evidence.facts().paths;
        // Every choice of paths but none and all; the bits of the number say which.
        for (int choice = 1; choice < (1 << paths.size()) - 1; choice++) {
            double[] sum = new double[evidence.expected.size()];
            for (int p = 0; p < paths.size(); p++) {
                for (int i = 0; i < sum.length && (choice >> p & 1) == 1; i++) {
                    sum[i] += paths.get(p).getValue().get(i);
                }
            }
            if (evidence.explainedBy(Values.shaped(evidence.expected.shape(), sum))) {
                return Optional.of(new Likely("path", "not accumulated: the input is used " + paths.size() + " times, but only the gradient over "
                        + names(paths, choice, 1) + " arrived; add the one over " + names(paths, choice, 0) + " (+= in place of =)"));
            }
        }
        return Optional.empty();
    }

    private static String names(List<Map.Entry<String, Values>> paths, int choice, int bit) {
        return paths.stream().filter(path -> (choice >> paths.indexOf(path) & 1) == bit).map(Map.Entry::getKey).collect(Collectors.joining(" and "));
    }
}
