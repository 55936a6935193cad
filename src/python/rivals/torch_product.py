"""PyTorch's product of two matrices 1024×1024: python torch_product.py NONE train THREADS."""

import sys

import torch

import loop

SIZE = 1024


def main():
    torch.set_num_threads(int(sys.argv[3]))
    a, b, c = (torch.rand(SIZE, SIZE) for _ in range(3))

    def multiply(times):
        for _ in range(times):
            torch.mm(a, b, out=c)

    loop.serve({"torch.mm": loop.Setting(multiply, 1)}, 1, [], {"torch": torch.__version__})


if __name__ == "__main__":
    main()
