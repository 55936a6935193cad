package homework.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Maps as plain arrays. */
class ValuesTest {

    @Test
    void mapsKeepTheirShapeAndOrder() {
        double[][][] maps = {{{1, 2, 3}, {4, 5, 6}}, {{7, 8, 9}, {10, 11, 12}}};
        Values values = Values.of(maps);
        maps[0][0][0] = 100;
        assertEquals("[2, 2, 3]", values.shapeText());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, values.toArray());
        assertEquals("(1, 0, 2)", values.place(8));
        assertEquals("[0, 0, 0]", Values.of(new double[0][][]).shapeText());
    }

    @Test
    void whatIsNoBlockIsTold() {
        says("expected maps of one size, but the first has shape [1, 2] and another [2, 1]", new double[][][] {{{1, 2}}, {{1}, {2}}});
        says("expected 2 maps of rows and columns, but one of them is null", new double[][][] {{{1}}, null});
        says("expected a matrix, but its rows differ in length from the first, which has 1", new double[][][] {{{1}, {1, 2}}});
        says("expected a matrix, but its rows differ in length from the first, which has 0", new double[1][2][]);
    }

    private static void says(String message, double[][][] maps) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Values.of(maps)).getMessage());
    }
}
