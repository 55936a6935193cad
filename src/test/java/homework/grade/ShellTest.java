package homework.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells taken apart, as a runner does it. */
class ShellTest {
    private static List<Piece.Kind> kinds(String cell) {
        return new Shell().split(cell).stream().map(Piece::kind).toList();
    }

    @Test
    void declarationsAndWhatRuns() {
        assertEquals(List.of(Piece.Kind.IMPORT, Piece.Kind.VARIABLE, Piece.Kind.METHOD, Piece.Kind.TYPE, Piece.Kind.STATEMENT),
                kinds("import java.util.*;\nint x = 2;\nint f(int y) { return y; }\nrecord P(int x) { }\nfor (int i = 0; i < 2; i++) { f(i); }"));
    }

    @Test
    void aCallBehindComments() {
        assertEquals(List.of(Piece.Kind.STATEMENT, Piece.Kind.STATEMENT), kinds("// one\n/* two\n(three) */ System.out.println(1);\nf (2);"));
        assertEquals(List.of(Piece.Kind.METHOD), kinds("// f(1)\n/* f(2) */ int f(int x) { return x; }"));
    }
}
