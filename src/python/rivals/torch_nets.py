"""The networks of the workloads in PyTorch. Parameters come in from the start file, so nothing is initialised here."""

import torch
from torch import nn
from torch.nn import functional


class L2Pool(nn.Module):
    """Square root of the sum of squares of each 2×2 window; its gradient is 0 where it is 0."""

    def forward(self, x):
        return (functional.avg_pool2d(x * x, 2, divisor_override=1) + 1e-30).sqrt()


class SubtractiveNorm(nn.Module):
    """Subtracts the weighted mean over all maps and a 7×7 window. The window is separable and so is its border correction,
    which makes it one small matrix on either side of the mean map."""

    def __init__(self, size):
        super().__init__()
        self.register_buffer("band", band(size, 7))

    def forward(self, x):
        return x - self.band @ x.mean(1, keepdim=True) @ self.band.T


def band(size, window):
    """Row i weighs what lies round i: a Gaussian of sigma window/4, cut off at the border, summing to 1."""
    distance = torch.arange(size)[:, None] - torch.arange(size)[None, :]
    weights = torch.exp(-0.5 * (distance / (0.25 * window)) ** 2) * (distance.abs() <= window // 2)
    return weights / weights.sum(1, keepdim=True)


def torch_convnet():
    return nn.Sequential(
        nn.Conv2d(1, 64, 5), nn.Tanh(), L2Pool(), SubtractiveNorm(14),
        nn.Conv2d(64, 64, 5), nn.Tanh(), L2Pool(), SubtractiveNorm(5),
        nn.Flatten(), nn.Linear(1600, 128), nn.Tanh(), nn.Linear(128, 10))


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 20, 5), nn.MaxPool2d(2), nn.Conv2d(20, 50, 5), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(800, 500), nn.ReLU(), nn.Linear(500, 10))


def nyu2017():
    return nn.Sequential(
        nn.Conv2d(1, 10, 5), nn.MaxPool2d(2), nn.ReLU(),
        nn.Conv2d(10, 20, 5), nn.MaxPool2d(2), nn.ReLU(), nn.Dropout2d(0.5),
        nn.Flatten(), nn.Linear(320, 50), nn.ReLU(), nn.Dropout(0.5), nn.Linear(50, 10), nn.ReLU())


def mlp():
    sizes = [3072, 1000, 500, 200, 50]
    hidden = [part for before, after in zip(sizes, sizes[1:]) for part in (nn.Linear(before, after), nn.LeakyReLU(0.02))]
    return nn.Sequential(*hidden, nn.Linear(50, 10))


def small_vgg():
    parts, before = [], 3
    for width in (64, "pool", 128, "pool", 256, 256, "pool", 512, 512, "pool", 512, 512, "pool"):
        if width == "pool":
            parts.append(nn.MaxPool2d(3, stride=2, padding=1))
        else:
            parts += [nn.Conv2d(before, width, 3, padding=1), nn.BatchNorm2d(width), nn.ReLU()]
            before = width
    return nn.Sequential(*parts, nn.Flatten(), nn.Linear(512, 10))


NETS = {"torch-convnet": torch_convnet, "lenet": lenet, "nyu-2017": nyu2017, "mlp": mlp, "small-vgg": small_vgg}


def load(name, layers):
    """The network of that name with the parameters of the start file."""
    net = NETS[name]()
    trained = [part for part in net if isinstance(part, (nn.Conv2d, nn.Linear, nn.BatchNorm2d))]
    with torch.no_grad():
        for part, values in zip(trained, layers, strict=True):
            for kind, target in named(part):
                given = torch.from_numpy(values[kind])
                target.copy_(given.T if isinstance(part, nn.Linear) and kind == "W" else given.reshape(target.shape))
    return net


def named(part):
    if isinstance(part, nn.BatchNorm2d):
        return [("gamma", part.weight), ("beta", part.bias), ("mean", part.running_mean), ("var", part.running_var)]
    return [("W", part.weight), ("b", part.bias)]
