package homework.gradient;

/**
 * What has most likely gone wrong.
 *
 * @param key the words by which a test or a claim can ask for it: sign; factor (with names, as "factor 1/β", where known); branch; float;
 *     at output, at input; upstream; path; sum, mean, not summed; transposed; outer product; and of a Jacobian: not diagonal, diagonal or
 *     off-diagonal missing or sign, delta missing, only delta
 * @param text the sentence for the reader
 */
public record Likely(String key, String text) {
    @Override
    public String toString() {
        return "likely: " + text;
    }
}
