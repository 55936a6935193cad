package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homework.data.Mnist;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store is real: one epoch of two cheap experiments is trained again and gives the stored row. Needs MNIST. */
class RerunTest {
    /**
     * The processor that wrote the store gives the same bits. Another one adds up in another order, and what differs in the last digits at the
     * first step has grown by the end of an epoch; with two threads in place of one the loss moved by less than a fifth of these bounds.
     */
    private static final double LOSS = .02;
    private static final int IMAGES = 8;

    @TempDir
    Path folder;

    @Test
    void anEpochTrainedAgainIsTheStoredOne() {
        Mnist mnist = Mnist.load();
        assumeTrue(mnist.genuine(), "without MNIST nothing can be reproduced");
        rerun(mnist, "kit-lab1/fig6", "3/3");
        rerun(mnist, "kit-lab1/fig2", "1 layer");
    }

    private void rerun(Mnist mnist, String figure, String curve) {
        Experiment experiment = Sweeps.named(figure).named(curve).experiment().seed(1).epochs(1);
        Row stored = new Store(Path.of("data", "results")).read("kit-lab1").run(experiment).get(0);
        Store fresh = new Store(folder);
        new Runner(mnist, fresh, folder).run(new Work("kit-lab1", figure + " " + curve, experiment, 0, 0), now -> { });
        List<Row> again = fresh.read("kit-lab1").run(experiment);
        assertEquals(1, again.size());
        Row row = again.get(0);
        assertEquals(stored.data(), row.data(), "the images");
        assertEquals(stored.train().loss(), row.train().loss(), LOSS * stored.train().loss(), curve);
        assertEquals(stored.heldOut().loss(), row.heldOut().loss(), LOSS * stored.heldOut().loss(), curve);
        assertEquals(stored.train().correct(), row.train().correct(), IMAGES, curve);
        assertEquals(stored.heldOut().correct(), row.heldOut().correct(), IMAGES, curve);
    }
}
