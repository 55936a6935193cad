package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homework.data.DataException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTextTest {
    private static final String GOOD = "fig6,3/3,1,train error,20,0,>";

    @Test
    void aRowIsRead() {
        assertEquals(List.of(new PublishedValue("fig6", "3/3", OptionalInt.of(1), "train error", 20, 0, ">")), read(GOOD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "fig6,3/2,20    | expected 7 fields (figure,curve,epoch,metric,value,precision,relation), but came 3: \"fig6,3/2,20\"",
        "fig6,3/2,one,train error,1,0,= | expected a whole number as epoch, or nothing, but came \"one\"",
        "fig6,3/2,0,train error,1,0,=   | expected an epoch, from 1, but came \"0\"",
        "fig6,3/2,1,train error,1.x,0,= | expected a number as value, but came \"1.x\"",
        "fig6,3/2,1,train error,1,,=    | expected a number as precision, but came \"\"",
        "fig6,3/2,1,train error,101,0,= | expected a value in %, from 0 to 100, but came \"101.0\"",
        "fig6,3/2,1,train error,NaN,0,= | expected a value in %, from 0 to 100, but came \"NaN\"",
        "fig6,3/2,1,train error,1,-1,=  | expected a precision in percentage points, from 0 to 100, but came \"-1.0\"",
        "fig6,3/2,1,train error,1,0,<   | expected the relation = or >, but came \"<\"",
        "fig6,,1,train error,1,0,=      | expected the name of a curve, but came \"\"",
        ",3/2,1,train error,1,0,=       | expected the id of a figure, but came \"\"",
        "fig6,3/2,1,training,1,0,= | expected one of [train error, validation error, train accuracy, test accuracy], but came \"training\"",
        "fig6,3/3,1,train error,1,0,=   | expected one number for each figure, curve, epoch and metric, but line 2 has one already"})
    void aDamagedRowIsNamed(String row, String why) {
        DataException told = assertThrows(DataException.class, () -> read(GOOD, row));
        assertEquals("some.csv, line 3: " + why + ". The columns are explained in data/README.md, Published numbers.", told.getMessage());
    }

    @Test
    void anotherHeaderIsNamed() {
        String why = "some.csv, line 1: expected the header figure,curve,epoch,metric,value,precision,relation, but came \"%s\". "
                + "The columns are explained in data/README.md, Published numbers.";
        assertEquals(why.formatted("figure,curve"),
                assertThrows(DataException.class, () -> PublishedText.read("figure,curve\n", "some.csv")).getMessage());
        assertEquals(why.formatted(""), assertThrows(DataException.class, () -> PublishedText.read("", "some.csv")).getMessage());
    }

    private static List<PublishedValue> read(String... rows) {
        return PublishedText.read(PublishedText.HEADER + "\n" + String.join("\n", rows) + "\n", "some.csv");
    }
}
