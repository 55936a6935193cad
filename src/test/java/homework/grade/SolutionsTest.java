package homework.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the instructor has written has all points; that this holds for whatever seed is tested without a sandbox. */
@EnabledOnOs(OS.LINUX)
class SolutionsTest {

    private static List<String> notebooks() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("solutions"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .map(file -> Path.of("solutions").relativize(file).toString().replaceFirst("\\.ipynb$", "")).sorted().toList();
        }
    }

    @Test
    void everySolutionHasAllPoints() throws IOException {
        Map<String, String> submitted = new LinkedHashMap<>();
        try (JudgeProcess judge = new JudgeProcess()) {
            for (String notebook : notebooks()) {
                assertFalse(judge.assignment(notebook).has("fault"), notebook);
                submitted.put(judge.submit(notebook, 987_654_321L, JudgeProcess.solution(notebook)), notebook);
            }
            for (Map.Entry<String, String> one : submitted.entrySet()) {
                JudgeProcess.Graded graded = judge.graded(one.getKey());
                for (String exercise : JudgeProcess.solution(one.getValue()).keySet()) {
                    assertEquals(graded.of(exercise), graded.points(exercise), one.getValue() + " " + graded.answer());
                    assertTrue(graded.of(exercise) > 0);
                }
                assertEquals("[]", graded.remarks(), one.getValue());
            }
        }
    }
}
