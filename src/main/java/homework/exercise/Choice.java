package homework.exercise;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One multiple-choice question: which option is right, and for each other one what whoever chose it has overlooked.
 *
 * <pre>{@code Choice.question(1).right('b').wrong('a', "…").wrong('c', "…").check(answers);}</pre>
 */
public final class Choice {
    private static final int QUESTIONS = 3;
    private final int number;
    private final Map<Character, String> feedback = new TreeMap<>();
    private char right;

    private Choice(int number) {
        this.number = number;
    }

    /** @param number its place among the three, from 1 */
    public static Choice question(int number) {
        return new Choice(number);
    }

    public Choice right(char option) {
        right = option;
        feedback.put(option, "");
        return this;
    }

    /** @param why what speaks against this option, in a sentence or two that help to think again */
    public Choice wrong(char option, String why) {
        feedback.put(option, why);
        return this;
    }

    /** Passes if the letter of this question is the right one. */
    public void check(Answers answers) {
        String letters = letters(answers);
        if (letters.length() != QUESTIONS) {
            throw Problem.of("letters", "expected " + QUESTIONS + " letters, one a question, such as \"a?c\" (? is not answered yet), got \""
                    + letters + "\"");
        }
        char chosen = letters.charAt(number - 1);
        if (chosen == '?') {
            throw Problem.of("not answered", "not answered yet: put " + options() + " in place of the question mark");
        }
        if (!feedback.containsKey(chosen)) {
            throw Problem.of("letters", "there is no option " + chosen + "; choose among " + options());
        }
        if (chosen != right) {
            throw Problem.of("option " + chosen, "“" + chosen + "” is not it. " + feedback.get(chosen));
        }
    }

    /** Spaces and commas between the letters, and capitals, do no harm. */
    private static String letters(Answers answers) {
        try {
            return answers.letters().toLowerCase(Locale.ROOT).replaceAll("[\\s,;.]", "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String options() {
        return String.join(", ", feedback.keySet().stream().map(String::valueOf).toList());
    }
}
