"""The start file: what every contender of a workload begins with. One line of JSON, then the arrays, one behind the other."""

import json
import math

import numpy

KINDS = {"float32": numpy.dtype("<f4"), "int32": numpy.dtype("<i4")}


def read(path):
    """The header as a dict, and its arrays by name: images, labels and the parameters in the order of the layers."""
    with open(path, "rb") as file:
        header = json.loads(file.readline())
        arrays = {}
        for entry in header["arrays"]:
            values = numpy.fromfile(file, KINDS[entry["kind"]], math.prod(entry["shape"]))
            arrays[entry["name"]] = values.reshape(entry["shape"])
    return header, arrays


def parameters(arrays):
    """The parameters by layer: [{"W": …, "b": …}, …]; convolutions [out, in, height, width], dense layers [in, out]."""
    layers = {}
    for name, values in arrays.items():
        if "." in name:
            layer, kind = name.split(".")
            layers.setdefault(int(layer), {})[kind] = values
    return [layers[number] for number in sorted(layers)]
