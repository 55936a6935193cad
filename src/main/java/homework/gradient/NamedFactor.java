package homework.gradient;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Wrong by a constant that occurs in the formula, its inverse or square, or by 2 or 1/2. */
final class NamedFactor implements Cause {

    @Override
    public Optional<Likely> of(Evidence evidence) {
        if (evidence.factor().isEmpty()) {
            return Optional.empty();
        }
        double factor = evidence.factor().getAsDouble();
        String names = candidates(evidence.facts().namedFactors()).entrySet().stream()
                .filter(candidate -> Math.abs(Math.abs(factor) / candidate.getValue() - 1) < 1e-5 && Math.abs(candidate.getValue() - 1) > 1e-3)
                .map(candidate -> (factor < 0 ? "−" : "") + candidate.getKey()).collect(Collectors.joining(" or "));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String size = names.matches("−?[0-9/]+") ? "" : ", here " + Text.number(factor) + " times";
        return Optional.of(new Likely("factor " + names, "a constant factor: the result is " + names + " times what it should be" + size));
    }

    private static Map<String, Double> candidates(Map<String, Double> named) {
        Map<String, Double> all = new LinkedHashMap<>();
        named.forEach((name, value) -> {
            double size = Math.abs(value);
            if (size > 0 && Double.isFinite(size)) {
                all.put(name, size);
                all.put("1/" + name, 1 / size);
                all.put(name + "²", size * size);
                all.put("1/" + name + "²", 1 / (size * size));
            }
        });
        all.put("2", 2.0);
        all.put("1/2", 0.5);
        return all;
    }
}
