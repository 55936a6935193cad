package homework.model;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Computes {@link L2Pooling}: average pooling of the squares, times kernel², is the sum; its backward pass spreads over the windows. */
final class L2PoolingLayer extends WeightlessLayer<L2Pooling> {
    private static final long serialVersionUID = 1;

    L2PoolingLayer(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, norms());
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray norms = norms();
        // A norm of 0 is divided by as if it were 1: every x of that window is 0, and so is the product x · dy/y below.
        norms.addi(norms.eq(0).castTo(norms.dataType()));
        INDArray spread = input.ulike();
        Nd4j.exec(pooling("avgpool2d_bp").addInputs(input, epsilon.div(norms)).addOutputs(spread).build());
        return new Pair<>(new DefaultGradient(), workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, spread.muli(area()).muli(input)));
    }

    private INDArray norms() {
        INDArray means = Nd4j.exec(pooling("avgpool2d").addInputs(input.mul(input)).build())[0];
        return Transforms.sqrt(means.muli(area()), false);
    }

    private DynamicCustomOp.DynamicCustomOpsBuilder pooling(String name) {
        int kernel = layerConf().getKernel();
        int stride = layerConf().getStride();
        // Kernel, stride, padding, dilation; not "same"; the divisor counts the kernel; channels first.
        return DynamicCustomOp.builder(name).addIntegerArguments(kernel, kernel, stride, stride, 0, 0, 1, 1, 0, 1, 0);
    }

    private int area() {
        return layerConf().getKernel() * layerConf().getKernel();
    }
}
