package homework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.LabelledImages;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The Java in the README compiles and runs. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static final LabelledImages TWO = LabelledImages.of("two images", Nd4j.ones(2, 1, 32, 32), new int[] {3, 4}, 10);

    @Test
    void theJavaRuns(@TempDir Path folder) throws Exception {
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("README.md")));
        int count = 0;
        while (blocks.find()) {
            compile("Block" + ++count, blocks.group(1), folder);
            try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
                loader.loadClass("Block" + count).getMethod("run", INDArray.class, int[].class, int[].class, LabelledImages.class,
                        LabelledImages.class, Path.class).invoke(null, Nd4j.ones(2, 1, 32, 32), new int[] {3, 4}, new int[] {1, 0}, TWO, TWO,
                        folder.resolve("checkpoints"));
            }
        }
        assertTrue(count > 0, "the README has Java");
    }

    private static void compile(String name, String statements, Path folder) throws Exception {
        String source = "import homework.data.*;\nimport homework.engine.*;\nimport homework.model.*;\nimport homework.training.*;\nimport java.nio.file.*;\n"
                + "import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;\npublic class " + name + " {\n"
                + "    public static void run(org.nd4j.linalg.api.ndarray.INDArray images, int[] labels, int[] order, LabelledImages train, "
                + "LabelledImages test, Path folder) {\n"
                + statements + "\n    }\n}\n";
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        assertTrue(compiler.getTask(messages, null, null, options, null, List.of(file)).call(), messages::toString);
        assertEquals("", messages.toString());
    }
}
