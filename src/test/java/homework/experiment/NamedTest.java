package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people call figures. */
class NamedTest {
    private static List<String> named(String... names) {
        return Named.of(List.of(names), Sweeps.all()).stream().map(Sweep::name).toList();
    }

    @Test
    void figuresReportsAndAll() {
        assertEquals(List.of("kit-lab1/fig1", "kit-lab1/fig3"), named("kit-lab1/fig3", "kit-lab1/fig1", "kit-lab1/fig3"), "in the report's order");
        assertEquals(Sweeps.all().stream().map(Sweep::name).filter(name -> name.startsWith("nyu-2015/")).toList(),
                named("nyu-2015/table3.1", "nyu-2015"));
        assertEquals(Sweeps.all().stream().map(Sweep::name).toList(), named("all"));
    }

    @ParameterizedTest
    @CsvSource({"kit-lab1/fig33, kit-lab1/fig3", "fig4, kit-lab1/fig4", "table3.3, nyu-2015/table3.3", "kit-lab, kit-lab1", "al, all",
            "nyu-2016, nyu-2015", "KIT-LAB1/fig5, kit-lab1/fig5"})
    void anUnknownNameIsAnsweredByTheNearest(String unknown, String nearest) {
        String message = assertThrows(IllegalArgumentException.class, () -> named("kit-lab1/fig1", unknown)).getMessage();
        assertEquals("There is no figure, table or report \"" + unknown + "\"; the nearest is " + nearest
                + ". All of them: ./course reproduce list", message);
    }

    @Test
    void noNameOfAFigureIsAlsoAReports() {
        assertTrue(Sweeps.all().stream().noneMatch(sweep -> sweep.name().equals(sweep.report()) || sweep.name().equals("all")));
    }
}
