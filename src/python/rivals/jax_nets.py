"""The networks of the workloads in JAX: plain functions of parameters and images. Maps are [n, height, width, channels] or
[n, channels, height, width], as the layout says. A network returns scores and the running statistics of its batch norm."""

import jax
import jax.numpy as jnp
import numpy
from jax import lax

AXES = {"NHWC": (1, 2), "NCHW": (2, 3)}  # height and width
CHANNELS = {"NHWC": 3, "NCHW": 1}


def convolution(layer, x, layout, padding="VALID"):
    kernel = "HWIO" if layout == "NHWC" else "OIHW"
    y = lax.conv_general_dilated(x, layer["W"], (1, 1), padding, dimension_numbers=(layout, kernel, layout))
    return y + by_channel(layer["b"], layout)


def by_channel(values, layout):
    return values if layout == "NHWC" else values[:, None, None]


def dense(layer, x):
    return x @ layer["W"] + layer["b"]


def window(x, layout, start, combine, size, stride, padding):
    def spread(along, otherwise):
        return tuple(along if axis in AXES[layout] else otherwise for axis in range(4))
    return lax.reduce_window(x, start, combine, spread(size, 1), spread(stride, 1), spread((padding, padding), (0, 0)))


def max_pool(x, layout, size=2, padding=0):
    return window(x, layout, -jnp.inf, lax.max, size, 2, padding)


def l2_pool(x, layout):
    """Square root of the sum of squares of each 2×2 window; its gradient is 0 where it is 0."""
    return jnp.sqrt(window(x * x, layout, 0.0, lax.add, 2, 2, 0) + 1e-30)


def subtractive_norm(x, layout):
    """Subtracts the weighted mean over all maps and a 7×7 window. The window is separable and so is its border correction,
    which makes it one small matrix on either side of the mean map."""
    weights = band(x.shape[AXES[layout][0]], 7)
    mean = x.mean(CHANNELS[layout])
    return x - jnp.expand_dims(weights @ mean @ weights.T, CHANNELS[layout])


def band(size, reach):
    """Row i weighs what lies round i: a Gaussian of sigma reach/4, cut off at the border, summing to 1."""
    distance = numpy.arange(size)[:, None] - numpy.arange(size)[None, :]
    weights = numpy.exp(-0.5 * (distance / (0.25 * reach)) ** 2) * (abs(distance) <= reach // 2)
    return (weights / weights.sum(1, keepdims=True)).astype(numpy.float32)


def batch_norm(layer, running, x, layout, training):
    """Normalises each channel; returns the new running mean and variance with the maps."""
    axes = (0, *AXES[layout])
    mean, var = (x.mean(axes), x.var(axes)) if training else (running["mean"], running["var"])
    scale = layer["gamma"] * lax.rsqrt(var + 1e-5)
    y = x * by_channel(scale, layout) + by_channel(layer["beta"] - mean * scale, layout)
    return y, {"mean": 0.9 * running["mean"] + 0.1 * mean, "var": 0.9 * running["var"] + 0.1 * var}


def dropout(x, key, shape):
    """Drops half of what the shape tells apart; no key, no dropout."""
    return x if key is None else jnp.where(jax.random.bernoulli(key, 0.5, shape), x * 2, 0)


def flat(x):
    return x.reshape(x.shape[0], -1)


def torch_convnet(layers, running, x, layout, key, training):
    for layer in layers[:2]:
        x = subtractive_norm(l2_pool(jnp.tanh(convolution(layer, x, layout)), layout), layout)
    return dense(layers[3], jnp.tanh(dense(layers[2], flat(x)))), running


def lenet(layers, running, x, layout, key, training):
    for layer in layers[:2]:
        x = max_pool(convolution(layer, x, layout), layout)
    return dense(layers[3], jax.nn.relu(dense(layers[2], flat(x)))), running


def nyu2017(layers, running, x, layout, key, training):
    channels, units = jax.random.split(key) if training else (None, None)
    for layer in layers[:2]:
        x = jax.nn.relu(max_pool(convolution(layer, x, layout), layout))
    maps = tuple(1 if axis in AXES[layout] else size for axis, size in enumerate(x.shape))
    x = jax.nn.relu(dense(layers[2], flat(dropout(x, channels, maps))))
    return jax.nn.relu(dense(layers[3], dropout(x, units, x.shape))), running


def mlp(layers, running, x, layout, key, training):
    for layer in layers[:-1]:
        x = jax.nn.leaky_relu(dense(layer, x), 0.02)
    return dense(layers[-1], x), running


def small_vgg(layers, running, x, layout, key, training):
    """Five blocks of convolutions, each convolution with batch norm and ReLU, each block closed by max pooling."""
    at, after = 0, []
    for convolutions in (1, 1, 2, 2, 2):
        for _ in range(convolutions):
            x = convolution(layers[at], x, layout, "SAME")
            x, statistics = batch_norm(layers[at + 1], running[at + 1], x, layout, training)
            after += [{}, statistics]
            x, at = jax.nn.relu(x), at + 2
        x = max_pool(x, layout, size=3, padding=1)
    return dense(layers[at], flat(x)), after + [{}]


NETS = {"torch-convnet": torch_convnet, "lenet": lenet, "nyu-2017": nyu2017, "mlp": mlp, "small-vgg": small_vgg}
FLATTENED = {"torch-convnet": 64, "lenet": 50, "nyu-2017": 20, "small-vgg": 512}  # channels before the first dense layer


def load(name, layers, images, layout):
    """Parameters and images of the start file in this layout."""
    if layout != "NHWC":
        return jax.tree.map(jnp.asarray, layers), jnp.asarray(images)
    layers = [dict(layer) for layer in layers]
    for layer in layers:
        if "W" in layer and layer["W"].ndim == 4:
            layer["W"] = layer["W"].transpose(2, 3, 1, 0)
    first = next(layer for layer in layers if "W" in layer and layer["W"].ndim == 2)
    channels = FLATTENED[name]
    side = round((first["W"].shape[0] // channels) ** 0.5)
    first["W"] = first["W"].reshape(channels, side, side, -1).transpose(1, 2, 0, 3).reshape(first["W"].shape)
    return jax.tree.map(jnp.asarray, layers), jnp.asarray(images.transpose(0, 2, 3, 1))


def split(layers):
    """What is trained, and the running statistics, which are not; both a list with one dict for each layer."""
    trained = [{kind: values.reshape(-1) if kind in ("b", "gamma", "beta") else values
                for kind, values in layer.items() if kind not in ("mean", "var")} for layer in layers]
    return trained, [{kind: layer[kind].reshape(-1) for kind in ("mean", "var") if kind in layer} for layer in layers]
