package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.engine.Pass;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RowTest {
    private static final Row ROW = Tiny.row(Tiny.experiment(3), 3);
    private static final List<String> TEXTS = List.of("id", "name", "data", "processor", "java", "dl4j", "library");

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void comesBackToTheLastDigit(@ForAll("rows") Row row) {
        assertEquals(row, Row.parse(row.text()));
    }

    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<Integer> wholes = Arbitraries.integers().between(1, Integer.MAX_VALUE);
        Arbitrary<Long> seeds = Arbitraries.longs().greaterOrEqual(0);
        Arbitrary<List<Integer>> wrong = Arbitraries.integers().between(0, 9999).list().ofMaxSize(5).injectNull(.3);
        Arbitrary<Provenance> from = Combinators.combine(texts(), wholes, texts(), texts(), texts()).as((processor, threads, java, dl4j, library) ->
                new Provenance(processor, threads, java, dl4j, library, "2026-11-21"));
        return Combinators.combine(texts(), seeds, wholes, passes(true), passes(false), seconds(), from, wrong)
                .as((text, seed, epoch, train, heldOut, seconds, provenance, places) ->
                        new Row(text, text, seed, epoch, train, heldOut, seconds, 2 * seconds, text, provenance, places));
    }

    /** All that may stand in a cell. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().excludeChars(',', '"', '\n', '\r').ofMinLength(1).ofMaxLength(12).filter(text -> !text.isBlank());
    }

    private static Arbitrary<Pass> passes(boolean trained) {
        Arbitrary<Double> losses = Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0., .1));
        Arbitrary<Integer> wholes = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        return Combinators.combine(wholes, wholes, wholes, losses)
                .as((steps, one, other, loss) -> new Pass(trained ? steps : 0, Math.max(one, other), loss, Math.min(one, other)));
    }

    private static Arbitrary<Double> seconds() {
        return Arbitraries.integers().between(0, 10_000_000).map(thousandths -> thousandths / 1000.);
    }

    @Example
    void isALineOfTheseCells() {
        String id = Tiny.experiment(3).id();
        assertEquals(id + ",tiny/fig1 one,1,3,600,600,540,0.2,100,98,0.3333333333333333,2.000,0.500,0123abcd,A processor,1,17,1.0,0.1,"
                + "2026-11-21,3 97", ROW.text());
        assertTrue(Tiny.row(Tiny.experiment(3), 2).text().endsWith(",2026-11-21,"), "nobody asked which were wrong");
        assertTrue(withWrong(List.of()).text().endsWith(",2026-11-21,none"), "none was wrong");
    }

    private static Row withWrong(List<Integer> wrong) {
        return new Row(ROW.id(), ROW.name(), 1, 1, ROW.train(), ROW.heldOut(), 1, 1, ROW.data(), ROW.provenance(), wrong);
    }

    @Example
    void namesTakeNoCellsOfTheirOwn() {
        Row row = new Row(ROW.id(), "a, \"b\"\nc", 1, 1, ROW.train(), ROW.heldOut(), 1, 1, ROW.data(), ROW.provenance(), null);
        assertEquals("a; ;b;;c", Row.parse(row.text()).name());
    }

    @Example
    void namesTheCellThatIsMalformed() {
        for (String column : Row.COLUMNS) {
            if (!TEXTS.contains(column)) {
                for (String cell : List.of("x", "-", "1 x", "1;2")) {
                    refuses(column, cell);
                }
            }
            if (!column.equals("wrong")) {
                refuses(column, "");
                refuses(column, " ");
            }
        }
        for (String column : List.of("seed", "epoch", "train_steps", "train_examples", "heldout_correct", "threads")) {
            refuses(column, "-1");
            refuses(column, "1.5");
            refuses(column, "99999999999999999999");
        }
        refuses("epoch", "0");
        // One more than a number of this size can be: cut to 32 bits it would be 1.
        refuses("epoch", "4294967297");
        refuses("train_correct", "601");
        refuses("heldout_correct", "101");
        refuses("date", "2026-13-01");
        refuses("wrong", "3  97");
    }

    private static void refuses(String column, String cell) {
        String[] cells = ROW.text().split(",", -1);
        cells[Row.COLUMNS.indexOf(column)] = cell;
        String line = String.join(",", cells);
        String message = assertThrows(IllegalArgumentException.class, () -> Row.parse(line), column + ": " + cell).getMessage();
        assertTrue(message.startsWith("the cell \"" + column + "\" must ") && message.endsWith(", but is \"" + cell + "\""), message);
    }

    @Example
    void countsTheCells() {
        String message = assertThrows(IllegalArgumentException.class, () -> Row.parse(ROW.text() + ",")).getMessage();
        assertEquals("21 cells are expected, but there are 22", message);
    }

    @Example
    void hasASeedAndAnEpoch() {
        assertThrows(IllegalArgumentException.class, () -> Tiny.row(Tiny.experiment(1), 0));
    }
}
