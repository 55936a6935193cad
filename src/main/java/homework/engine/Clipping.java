package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_clip;

import java.util.List;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.GradientNormalization;

/** Gradient clipping as DL4J does it: layer by layer, on the mean over the minibatch, before weight decay and the updater. */
final class Clipping {
    private Clipping() {
    }

    /** @param kind null for none */
    static boolean isKnown(GradientNormalization kind) {
        return !clips(kind) || switch (kind) {
            case ClipElementWiseAbsoluteValue, ClipL2PerLayer, ClipL2PerParamType -> true;
            default -> false;
        };
    }

    static boolean clips(GradientNormalization kind) {
        return kind != null && kind != GradientNormalization.None;
    }

    /** @param moved the layer's parameters, without running statistics; laid out already */
    static List<? extends Step> of(TrainingConfig layer, List<Parameter> moved, Workshop shop) {
        GradientNormalization kind = layer.getGradientNormalization();
        if (!clips(kind)) {
            return List.of();
        }
        double threshold = layer.getGradientNormalizationThreshold();
        return switch (kind) {
            case ClipElementWiseAbsoluteValue -> moved.stream().map(parameter -> values(parameter, threshold, shop)).toList();
            case ClipL2PerLayer -> List.of(new NormClip(layer.getLayerName(), moved, threshold, shop));
            case ClipL2PerParamType -> moved.stream().map(parameter -> new NormClip(parameter.name(), List.of(parameter), threshold, shop)).toList();
            default -> throw new IllegalArgumentException("not known: " + kind);
        };
    }

    private static Step values(Parameter parameter, double threshold, Workshop shop) {
        Tensor g = shop.row(parameter.gradient());
        return Elementwise.inference(parameter.name() + " clip", shop, dnnl_eltwise_clip, -threshold, threshold, g, g);
    }
}
