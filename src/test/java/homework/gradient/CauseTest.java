package homework.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every planted fault is named, none is named as another, and noise is not named at all. */
class CauseTest {

    @TestFactory
    Stream<DynamicTest> everyPlantedFaultIsNamedAndNoOther() {
        return Plants.all().stream().map(plant -> DynamicTest.dynamicTest(plant.toString(), () -> {
            assertFalse(plant.report().isRight(), plant.report()::toString);
            assertEquals(plant.key(), plant.report().likely().map(Likely::key).orElse("nothing"), plant.report()::toString);
        }));
    }

    @Test
    void everyFaultIsPlantedInTwoFunctions() {
        Map<String, Long> planted = Plants.all().stream()
                .collect(Collectors.groupingBy(plant -> plant.key().replace("factor −1/β", "factor 1/β").replace("factor β", "factor 1/β"),
                        Collectors.counting()));
        planted.forEach((key, count) -> assertTrue(count >= 2, key));
        assertTrue(planted.size() >= 18, planted.toString());
    }

    @Test
    void causesDoNotClaimEachOthersFaults() {
        // Every cause on every fault: beside the one that is named only the factor without a name may fit.
        for (Plants.Plant plant : Plants.all()) {
            List<String> fitting = Causes.KNOWN.stream().flatMap(cause -> cause.of(plant.report().evidence()).stream()).map(Likely::key)
                    .filter(key -> !key.equals(plant.key()) && !key.equals("factor")).toList();
            if (plant.key().equals("sum") || plant.key().equals("mean")) {
                assertTrue(fitting.stream().allMatch(key -> key.matches("factor (1/)?[Bn]")), plant + ": " + fitting);
            } else {
                assertEquals(List.of(), fitting, plant::toString);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> noiseHasNoCause() {
        return Stream.of(1e-6, 1e-4, 1e-2, 1.0).map(size -> DynamicTest.dynamicTest("noise of " + size, () -> {
            for (long seed = 1; seed <= 20; seed++) {
                int drawn = (int) seed;
                for (GradientReport report : List.of(
                        Plants.softmaxCheck().gradient(x -> noisy(Maths.softmaxJacobian(x, Plants.BETA), size, drawn)),
                        Plants.softmaxCheck().upstream(Plants.G).backward((x, g) ->
                                noisy(Vectors.times(g, Maths.softmaxJacobian(x, Plants.BETA)), size, drawn + 20)),
                        Plants.sigmoidCheck().gradient(x -> noisy(Vectors.each(x, Plants::sigmoidSlope), size, drawn + 40)),
                        Plants.lseCheck().gradient(x -> noisy(Maths.softmax(x, -1), size, drawn + 60)),
                        Plants.linear().backward("W", (in, g) -> noisy(Plants.rightW(in, g), size, drawn + 80)))) {
                    assertFalse(report.isRight(), report::toString);
                    assertEquals("nothing", report.likely().map(Likely::key).orElse("nothing"), report::toString);
                }
            }
        }));
    }

    @Test
    void faultAndNoiseTogetherAreNotNamed() {
        GradientReport report = Plants.sigmoidCheck().gradient(x -> noisy(Vectors.each(x, v -> -Plants.sigmoidSlope(v)), 0.01, 3));
        assertEquals("nothing", report.likely().map(Likely::key).orElse("nothing"));
    }

    @Test
    void anUpstreamGradientOfOnesIsNoCause() {
        GradientCheck<double[]> tanh = GradientCheck.of("tanh", x -> Vectors.tanh(x)).at(Plants.X);
        for (double g : new double[] {1, -1, 2, 0.5}) {
            double[] same = Vectors.each(Plants.X, v -> g);
            GradientReport sign = tanh.upstream(same).backward((x, up) -> Vectors.each(x, v -> -g * Plants.tanhSlope(v)));
            assertEquals("sign", sign.likely().orElseThrow().key());
        }
    }

    @Test
    void severalNamesOfOneFactorAreAllTold() {
        GradientReport report = GradientReport.of("gradient", Evidence.of(new double[] {1, 2, 3}, new double[] {2, 4, 6}).constant("β", 2), 1e-7);
        assertEquals("factor β or 2", report.likely().orElseThrow().key());
    }

    private static Values noisy(Object right, double size, long seed) {
        Values values = Values.of(right);
        Random random = new Random(seed);
        double[] entries = values.toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= 1 + size * (0.2 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        }
        return Values.shaped(values.shape(), entries);
    }
}
