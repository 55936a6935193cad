package homework.experiment;

import homework.data.DataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Published numbers as CSV, a row a number. The fields are plain: no quotation marks, no commas inside. */
final class PublishedText {
    static final String HEADER = "figure,curve,epoch,metric,value,precision,relation";
    private static final int FIELDS = HEADER.split(",").length;

    private PublishedText() {
    }

    /** @param file its name, for messages */
    static List<PublishedValue> read(String csv, String file) {
        List<String> lines = csv.lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        if (!first.equals(HEADER)) {
            throw damaged(file, 1, "expected the header " + HEADER + ", but came \"" + first + "\"", null);
        }
        List<PublishedValue> values = new ArrayList<>();
        Map<List<Object>, Integer> lineOf = new HashMap<>();
        for (int number = 2; number <= lines.size(); number++) {
            try {
                PublishedValue value = value(lines.get(number - 1));
                Integer before = lineOf.put(List.of(value.figure(), value.curve(), value.epoch(), value.metric()), number);
                if (before != null) {
                    throw new IllegalArgumentException("expected one number for each figure, curve, epoch and metric, but line " + before
                            + " has one already");
                }
                values.add(value);
            } catch (IllegalArgumentException e) {
                throw damaged(file, number, e.getMessage(), e);
            }
        }
        return values;
    }

    private static DataException damaged(String file, int line, String why, Exception cause) {
        return new DataException(file + ", line " + line + ": " + why + ". The columns are explained in data/README.md, Published numbers.", cause);
    }

    private static PublishedValue value(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("expected " + FIELDS + " fields (" + HEADER + "), but came " + fields.length + ": \"" + line + "\"");
        }
        return new PublishedValue(fields[0], fields[1], epoch(fields[2]), fields[3],
                number("value", fields[4]), number("precision", fields[5]), fields[6]);
    }

    private static OptionalInt epoch(String field) {
        try {
            return field.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(field));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a whole number as epoch, or nothing, but came \"" + field + "\"", e);
        }
    }

    private static double number(String column, String field) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number as " + column + ", but came \"" + field + "\"", e);
        }
    }
}
