package homework.gradient;

/**
 * What has most likely gone wrong.
 *
 * @param key one or two words by which a test or a claim can ask for it: sign, transposed, factor β
 * @param text the sentence for the reader
 */
public record Likely(String key, String text) {
    @Override
    public String toString() {
        return "likely: " + text;
    }
}
