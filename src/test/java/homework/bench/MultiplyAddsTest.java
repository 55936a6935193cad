package homework.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import homework.model.Mlp;
import homework.model.TorchConvnet;
import org.junit.jupiter.api.Test;

class MultiplyAddsTest {

    @Test
    void ofDenseLayersTheyAreTheirWeights() {
        MultiplyAdds found = MultiplyAdds.of(new Mlp().inputs(7).hidden(5).classes(3).build(1), 7);
        assertEquals(7 * 5 + 5 * 3, found.forward());
        // The first layer has nothing to go back to: its weights count twice, those of the second three times.
        assertEquals(2 * 7 * 5 + 3 * 5 * 3, found.training());
    }

    @Test
    void ofConvolutionsTheyAreTheWeightsAtEachPlace() {
        MultiplyAdds found = MultiplyAdds.of(new TorchConvnet().build(1), 1, 32, 32);
        long first = 28 * 28 * 64 * 25;
        long second = 10 * 10 * 64 * 64 * 25;
        long dense = 1600 * 128 + 128 * 10;
        assertEquals(first + second + dense, found.forward());
        assertEquals(2 * first + 3 * second + 3 * dense, found.training());
    }

    @Test
    void lenetHasThePublishedNumberOfParameters() {
        assertEquals(431_080, LeNet.build(1).numParams());
        assertEquals(24 * 24 * 20 * 25 + 8 * 8 * 50 * 20 * 25 + 800 * 500 + 500 * 10, MultiplyAdds.of(LeNet.build(1), 1, 28, 28).forward());
    }
}
