package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homework.model.NetworkBuilder;
import homework.model.Nyu2017Baseline;
import homework.model.TorchConvnet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No operation of the reports' networks falls back to oneDNN's reference implementation, which is right and hundreds of times slower.
 * What a processor has kernels for is fixed when a process starts, hence a process of its own, also as on a laptop without AVX-512.
 */
class KernelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"DEFAULT", "AVX2"})
    void noneIsOfReference(String most) throws IOException, InterruptedException {
        assumeTrue(Loader.getPlatform().endsWith("x86_64"), "oneDNN has few kernels for other processors");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), KernelsTest.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("ONEDNN_VERBOSE", "1");
        builder.environment().put("ONEDNN_MAX_CPU_ISA", most);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        List<String> run = said.lines().filter(line -> line.contains("_verbose,exec,")).toList();
        assertTrue(run.stream().anyMatch(line -> line.contains("convolution,jit")), said);
        // With AVX2 none at all; other processors may have none for a small copy, but they must have one for every convolution.
        String slow = most.equals("AVX2") ? ",ref" : "convolution,ref";
        assertEquals(List.of(), run.stream().filter(line -> line.contains(slow)).toList());
    }

    /** Trains for one batch and evaluates. */
    public static void main(String[] none) {
        for (NetworkBuilder<?> model : List.of(new TorchConvnet(), new TorchConvnet().convolutions(16, 32), new Nyu2017Baseline())) {
            Samples samples = Samples.drawn(2, 10, 1, model.inputShape());
            try (Engine engine = Engine.of(model.build(1), 2, 1)) {
                engine.train(samples.images(), samples.labels(), samples.order(1, 2));
                engine.evaluate(samples.images(), samples.labels());
            }
        }
    }
}
