"""PyTorch, eager or compiled: python torch_contender.py START_FILE train|evaluate THREADS eager|compile."""

import sys

import torch
from torch.nn import functional

import loop
import start_file
import torch_nets

FORMATS = {"channels first": torch.contiguous_format, "channels last": torch.channels_last}


class Run:
    """One copy of the network with its data in one layout."""

    def __init__(self, header, arrays, layout, compiled, options=None):
        self.net = torch_nets.load(header["net"], start_file.parameters(arrays)).to(memory_format=FORMATS[layout])
        images = torch.from_numpy(arrays["images"])
        self.images = images.contiguous(memory_format=FORMATS[layout]) if images.dim() == 4 else images
        self.labels = torch.from_numpy(arrays["labels"]).long()
        self.forward = torch.compile(self.loss, options=options) if compiled else self.loss

    def loss(self, images, labels):
        return functional.cross_entropy(self.net(images), labels)


class Training(Run):
    """SGD or Adam, step after step; the images of a step are a view and cost nothing."""

    def __init__(self, header, arrays, layout, compiled, options=None):
        super().__init__(header, arrays, layout, compiled, options)
        self.batch, self.at = header["batch"], 0
        updater, parameters = header["updater"], self.net.parameters()
        if updater["kind"] == "adam":
            self.optimizer = torch.optim.Adam(parameters, lr=updater["rate"], fused=True)
        else:
            self.optimizer = torch.optim.SGD(parameters, lr=updater["rate"], momentum=updater["momentum"], fused=True)

    def start_loss(self):
        self.net.eval()
        with torch.inference_mode():
            loss = self.loss(self.images[:self.batch], self.labels[:self.batch]).item()
        self.net.train()
        return loss

    def step(self):
        rows = slice(self.at, self.at + self.batch)
        self.at = (self.at + self.batch) % len(self.labels)
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.forward(self.images[rows], self.labels[rows])
        loss.backward()
        self.optimizer.step()
        return loss

    def run(self, steps):
        for _ in range(steps):
            self.step()


class Evaluation(Run):
    """Loss and number of right answers over all images, in minibatches of one size."""

    def __init__(self, header, arrays, layout, compiled, size):
        super().__init__(header, arrays, layout, False)
        self.size = size
        self.net.eval()
        self.outcome = torch.compile(self.loss_and_correct) if compiled else self.loss_and_correct

    def loss_and_correct(self, images, labels):
        scores = self.net(images)
        return functional.cross_entropy(scores, labels, reduction="sum"), (scores.argmax(1) == labels).sum()

    @torch.inference_mode()
    def evaluate(self):
        total = correct = 0
        for images, labels in zip(self.images.split(self.size), self.labels.split(self.size)):
            loss, right = self.outcome(images, labels)
            total, correct = total + loss, correct + right
        return float(total) / len(self.labels), int(correct)

    def start_loss(self):
        return self.evaluate()[0]

    def run(self, times):
        for _ in range(times):
            self.evaluate()


def main():
    path, task, threads, kind = sys.argv[1:]
    torch.set_num_threads(int(threads))
    header, arrays = start_file.read(path)
    compiled = kind == "compile"
    layouts = list(FORMATS) if arrays["images"].ndim == 4 else ["channels first"]
    if task == "train":
        runs = {layout: Training(header, arrays, layout, compiled) for layout in layouts}
        if compiled and header["batch"] == 1:  # where a step is short, calls made from C++ may pay
            runs |= {f"{layout}, C++ wrapper": Training(header, arrays, layout, True, {"cpp_wrapper": True}) for layout in layouts}
    else:
        runs = {f"{layout}, {size} at a time": Evaluation(header, arrays, layout, compiled, size)
                for layout in layouts for size in (100, 1000)}
    first = next(iter(runs.values()))
    losses = [first.start_loss()]
    if task == "train":
        losses += [first.step().item() for _ in range(header["checked"])]
    batch = header["batch"]
    loop.serve({name: loop.Setting(run.run, batch) for name, run in runs.items()}, batch, losses, {"torch": torch.__version__})


if __name__ == "__main__":
    main()
