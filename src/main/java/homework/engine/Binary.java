package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** Arithmetic on two tensors of one layout; the second may also be a single number, which stands for as many as are needed. */
final class Binary {
    private final Workshop shop;
    private final int kind;
    private final primitive_attr attributes = new primitive_attr();

    private Binary(Workshop shop, int kind) {
        this.shop = shop;
        this.kind = kind;
    }

    /** a + b. */
    static Binary sum(Workshop shop) {
        return new Binary(shop, dnnl_binary_add);
    }

    /** a · b. */
    static Binary product(Workshop shop) {
        return new Binary(shop, dnnl_binary_mul);
    }

    /** a / b. */
    static Binary quotient(Workshop shop) {
        return new Binary(shop, dnnl_binary_div);
    }

    /** With a multiplied by this number beforehand. */
    Binary first(double factor) {
        attributes.set_scales(DNNL_ARG_SRC_0, 0, new float[] {(float) factor});
        return this;
    }

    /** With b multiplied by this number beforehand. */
    Binary second(double factor) {
        attributes.set_scales(DNNL_ARG_SRC_1, 0, new float[] {(float) factor});
        return this;
    }

    /** The result is added to this many times what is in the target already. */
    Binary added(double factor) {
        post_ops after = new post_ops();
        after.append_sum((float) factor, 0, org.bytedeco.dnnl.memory.data_type.undef);
        attributes.set_post_ops(after);
        return this;
    }

    /** The step that computes target from a and b; target may be a. Their memory is taken as a row: what fills up blocks is 0 and stays 0. */
    Step into(String name, Tensor target, Tensor a, Tensor b) {
        Tensor x = shop.row(a);
        Tensor y = shop.row(b);
        Tensor result = shop.row(target);
        var made = new binary.primitive_desc(new binary.desc(kind, x.layout(), y.layout(), result.layout()), attributes,
                OneDnn.processor(), false);
        return shop.operation(name, new binary(made), DNNL_ARG_SRC_0, x, DNNL_ARG_SRC_1, y, DNNL_ARG_DST, result);
    }
}
