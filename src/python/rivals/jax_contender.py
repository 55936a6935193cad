"""JAX jit: python jax_contender.py START_FILE train|evaluate THREADS. The threads are as many as the process may use cores."""

import sys
from functools import partial

import jax
import jax.numpy as jnp
from jax import lax

import jax_nets
import loop
import start_file

ADAM = {"first": 0.9, "second": 0.999, "epsilon": 1e-8}
UNROLLED = 16


def cross_entropy(scores, labels):
    return -jnp.take_along_axis(jax.nn.log_softmax(scores), labels[:, None], 1)[:, 0]


def updated(updater, gradients, state):
    """Parameters and the updater's memory after a step of SGD, with momentum or without, or Adam."""
    layers, memory, count = state
    each, rate = jax.tree.map, updater["rate"]
    if updater["kind"] == "adam":
        first, second, epsilon = ADAM.values()
        means = each(lambda m, g: first * m + (1 - first) * g, memory[0], gradients)
        squares = each(lambda v, g: second * v + (1 - second) * g * g, memory[1], gradients)
        scale, root = 1 - first ** (count + 1), 1 - second ** (count + 1)
        memory = (means, squares)
        layers = each(lambda p, m, v: p - rate * (m / scale) / (jnp.sqrt(v / root) + epsilon), layers, means, squares)
    elif updater["momentum"]:
        memory = each(lambda v, g: updater["momentum"] * v + g, memory, gradients)
        layers = each(lambda p, v: p - rate * v, layers, memory)
    else:
        layers = each(lambda p, g: p - rate * g, layers, gradients)
    return layers, memory, count + 1


def empty_memory(updater, layers):
    zeros = partial(jax.tree.map, jnp.zeros_like)
    if updater["kind"] == "adam":
        return zeros(layers), zeros(layers)
    return zeros(layers) if updater["momentum"] else ()


class Training:
    """Steps compiled together: one, or several unrolled, which saves calls."""

    def __init__(self, header, arrays, layout, together):
        self.batch, self.together, self.at = header["batch"], together, 0
        self.count = len(arrays["labels"]) // self.batch
        self.net = partial(jax_nets.NETS[header["net"]], layout=layout)
        layers, self.images = jax_nets.load(header["net"], start_file.parameters(arrays), arrays["images"], layout)
        self.trained, self.fixed = jax_nets.split(layers)
        self.labels = jnp.asarray(arrays["labels"])
        self.state = self.trained, empty_memory(header["updater"], self.trained), jnp.zeros((), jnp.int32)
        self.key = jax.random.key(7)
        self.compiled = jax.jit(partial(self.steps, header["updater"]), donate_argnums=(0, 1))

    def loss(self, layers, fixed, images, labels, key):
        scores, fixed = self.net(layers, fixed, images, key=key, training=True)
        return cross_entropy(scores, labels).mean(), fixed

    def steps(self, updater, state, fixed, images, labels, number, key):
        for i in range(self.together):
            row = (number + i) % self.count * self.batch
            some = [lax.dynamic_slice_in_dim(array, row, self.batch) for array in (images, labels)]
            own = jax.random.fold_in(key, state[2])
            (loss, fixed), gradients = jax.value_and_grad(self.loss, has_aux=True)(state[0], fixed, *some, own)
            state = updated(updater, gradients, state)
        return state, fixed, loss

    def step(self):
        self.state, self.fixed, loss = self.compiled(self.state, self.fixed, self.images, self.labels, self.at, self.key)
        self.at = (self.at + self.together) % self.count
        return loss

    def start_loss(self):
        scores, _ = self.net(self.trained, self.fixed, self.images[:self.batch], key=None, training=False)
        return float(cross_entropy(scores, self.labels[:self.batch]).mean())

    def run(self, calls):
        for _ in range(calls):
            self.step()
        jax.block_until_ready(self.state)


class Evaluation:
    """Loss and number of right answers over all images, in minibatches of one size."""

    def __init__(self, header, arrays, layout, size):
        net = partial(jax_nets.NETS[header["net"]], layout=layout)
        layers, images = jax_nets.load(header["net"], start_file.parameters(arrays), arrays["images"], layout)
        self.layers = jax_nets.split(layers)
        self.batches = [(images[i:i + size], jnp.asarray(arrays["labels"][i:i + size])) for i in range(0, len(images), size)]
        self.count, self.together = len(images), 1

        @jax.jit
        def outcome(layers, images, labels):
            scores, _ = net(*layers, images, key=None, training=False)
            return cross_entropy(scores, labels).sum(), (scores.argmax(1) == labels).sum()

        self.outcome = outcome

    def evaluate(self):
        results = [self.outcome(self.layers, *batch) for batch in self.batches]
        return sum(float(loss) for loss, _ in results) / self.count, sum(int(right) for _, right in results)

    def start_loss(self):
        return self.evaluate()[0]

    def run(self, times):
        for _ in range(times):
            self.evaluate()


def main():
    path, task, _ = sys.argv[1:]
    header, arrays = start_file.read(path)
    layouts = ["NHWC", "NCHW"] if arrays["images"].ndim == 4 else ["rows"]
    if task == "train":
        runs = {layout: Training(header, arrays, layout, 1) for layout in layouts}
        first = runs[layouts[0]]
        losses = [first.start_loss()] + [float(first.step()) for _ in range(header["checked"])]
        if header["batch"] == 1:
            runs[f"{layouts[0]}, {UNROLLED} steps unrolled"] = Training(header, arrays, layouts[0], UNROLLED)
    else:
        runs = {f"{layout}, {size} at a time": Evaluation(header, arrays, layout, size)
                for layout in layouts for size in (20, 100, 1000)}
        losses = [next(iter(runs.values())).start_loss()]
    batch = header["batch"]
    loop.serve({name: loop.Setting(run.run, batch * run.together) for name, run in runs.items()}, batch, losses, {"jax": jax.__version__})


if __name__ == "__main__":
    main()
