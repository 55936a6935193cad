package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected values were computed by hand from the definitions. */
class ComparedTest {
    private static final int IMAGES = 1800;

    private static Compared compared(double published, double precision, String relation, Spread spread, double... ours) {
        PublishedValue value = new PublishedValue("fig", "curve", OptionalInt.of(15), "validation error", published, precision, relation);
        return new Compared("curve", value, 15, ours, IMAGES, spread);
    }

    @Test
    void theSamplingErrorIsThatOfABinomialShare() {
        assertEquals(.330, Spread.sampling(2, IMAGES), .001);
        assertEquals(.0705, Spread.sampling(.5, 10000), .0001);
        assertEquals(100.0 / IMAGES, Spread.sampling(0, IMAGES), 1e-12, "one image, where none is wrong");
    }

    @Test
    void theSpreadIsPooledInSamplingErrors() {
        // Around 2 % the sampling error is .32998; runs .6 and .3 apart have variances .18 and .045, one degree of freedom each.
        Spread spread = Spread.of(List.of(new double[] {1.7, 2.3}, new double[] {1.85, 2.15}, new double[] {4}), IMAGES, true);
        assertEquals(2, spread.freedom());
        assertEquals(Math.sqrt((.18 + .045) / 2) / .32998, spread.factor(), 1e-4);
        assertEquals(4.3027, spread.most(), 1e-4, "Student's t for two degrees of freedom");
    }

    @Test
    void imagesDrawnAnewScatterAtLeastAsMuchAsTheirLuck() {
        List<double[]> close = List.of(new double[] {2, 2.01});
        assertTrue(Spread.of(close, IMAGES, true).factor() < .1);
        assertEquals(1, Spread.of(close, IMAGES, false).factor());
    }

    @Test
    void theErrorOfTheDifferenceHasRunReadingAndOurs() {
        Compared compared = compared(2, .3, "=", new Spread(2, 4), 2.5, 2.7, 2.6, 2.6);
        assertEquals(.6, compared.difference(), 1e-12);
        assertEquals(Math.sqrt(4 * .32998 * .32998 + .03), compared.publishedError(), 1e-4);
        assertEquals(2 * .37509 / 2, compared.ourError(), 1e-4);
        assertEquals(.0816, compared.deviation(), 1e-4);
    }

    @Test
    void whatLuckExplainsAgrees() {
        Spread known = new Spread(1, 30);
        assertEquals(Verdict.AGREES, compared(2, 0, "=", known, 2.5, 2.5).verdict());
        assertEquals(Verdict.DIFFERS, compared(2, 0, "=", known, 3.2, 3.2).verdict());
        assertEquals(Verdict.AGREES, compared(2, 0, "=", new Spread(1, 1), 3.2, 3.2).verdict(), "two runs tell little about the spread");
    }

    @Test
    void withoutAnySpreadNothingDiffers() {
        Spread unknown = Spread.of(List.of(new double[] {3.2}), IMAGES, false);
        assertEquals(0, unknown.freedom());
        assertEquals(Verdict.NOT_MEASURABLE, compared(2, 0, "=", unknown, 3.2).verdict());
        assertEquals(Verdict.AGREES, compared(2, 0, "=", unknown, 2.2).verdict());
    }

    @Test
    void aLowerBoundIsMetFromAbove() {
        Spread known = new Spread(1, 30);
        assertEquals(Verdict.AGREES, compared(20, 0, ">", known, 35).verdict());
        assertEquals(Verdict.AGREES, compared(20, 0, ">", known, 19.5).verdict());
        assertEquals(Verdict.DIFFERS, compared(20, 0, ">", known, 14).verdict());
    }

    @Test
    void oneOfTwoAloneIsNotMeasurable() {
        assertEquals(Verdict.NOT_MEASURABLE, compared(2, 0, "=", new Spread(1, 3)).verdict());
        assertEquals(Verdict.NOT_MEASURABLE, new Compared("curve", null, 15, new double[] {2}, IMAGES, new Spread(1, 3)).verdict());
    }

    /** As the tables do it: four curves of three runs that scatter twice as far as the images, and the published number is one run more. */
    @Test
    void ofEqualNetworksOneOfTwentyIsMissed() {
        Random luck = new Random(1);
        int missed = 0;
        int stories = 4000;
        for (int story = 0; story < stories; story++) {
            double[][] curves = new double[4][3];
            for (double[] runs : curves) {
                Arrays.setAll(runs, run -> 20 + 2 * Spread.sampling(20, IMAGES) * luck.nextGaussian());
            }
            double published = 20 + 2 * Spread.sampling(20, IMAGES) * luck.nextGaussian();
            Compared one = compared(published, 0, "=", Spread.of(List.of(curves), IMAGES, false), curves[0]);
            missed += one.verdict() == Verdict.DIFFERS ? 1 : 0;
        }
        assertEquals(.05, (double) missed / stories, .012);
    }
}
