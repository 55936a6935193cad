package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.plot.LearningCurves;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure is drawn from the store again, and shows the numbers of the summary that is kept beside it. */
class FiguresTest {
    private static final Path RESULTS = Path.of("data", "results");

    static List<Sweep> sweeps() {
        return Sweeps.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kit-lab1", "nyu-2015"})
    void theSummaryIsThatOfTheResults(String report) throws Exception {
        // To make it again after new runs: ./course reproduce <report>.
        assertEquals(Files.readString(Summary.file(RESULTS, report)), Summary.of(report, new Store(RESULTS).read(report), Published.of(report)));
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void theFigureShowsTheNumbersOfTheSummary(Sweep sweep) throws Exception {
        Store.Content results = new Store(RESULTS).read(sweep.report());
        List<String> lines = Files.readAllLines(Summary.file(RESULTS, sweep.report())).stream()
                .filter(line -> line.startsWith(sweep.figure() + ",")).toList();
        assertEquals(sweep.curves().size(), lines.stream().map(line -> line.split(",")[1]).distinct().count());
        for (String line : lines) {
            String[] cells = line.split(",");
            if (cells[4].equals("0")) {
                continue; // no run yet
            }
            // Of a figure with many curves the words tell a few only: one curve at a time.
            Sweep one = new Sweep(sweep.name(), sweep.title(), sweep.axes(), List.of(sweep.named(cells[1])));
            String told = Reproduction.of(one, results, Published.of(sweep.report())).figure().altText();
            int first = sweep.axes().firstEpoch();
            int last = lines.stream().map(other -> other.split(",")).filter(other -> other[1].equals(cells[1]))
                    .mapToInt(other -> Integer.parseInt(other[3])).max().orElseThrow();
            String mean = told(Double.parseDouble(cells[5]));
            // The summary has eight digits: half a digit of a word may be rounded either way.
            String below = told(Double.parseDouble(cells[5]) - 5e-9);
            // Words tell the ends of a curve; the whole number, and not a part of a longer one.
            int epoch = Integer.parseInt(cells[3]);
            if (epoch >= first && (epoch == first || epoch == last)) {
                assertTrue(tells(told, mean) || tells(told, below), line + ": " + mean + " in: " + told);
            }
        }
    }

    private static boolean tells(String told, String number) {
        return Pattern.compile("(?<![0-9.])" + Pattern.quote(number) + "(?!\\.?[0-9])").matcher(told).find();
    }

    /** Four digits, as figures tell their numbers. */
    private static String told(double mean) {
        return LearningCurves.error("a number").validation("a", mean).altText().replaceAll("(?s).*?validation ([0-9.]+).*", "$1")
                .replaceAll("\\.$", "");
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void theFigureIsDrawn(Sweep sweep) {
        BufferedImage picture = Reproduction.of(sweep.name()).figure().render(1);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertTrue(colours.size() > 2 + sweep.curves().size(), "a colour for each curve, paper and ink, not " + colours.size());
    }
}
