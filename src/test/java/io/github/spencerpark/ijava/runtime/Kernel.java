package io.github.spencerpark.ijava.runtime;

import homework.notebook.FakeKernel;

/** Stand-in for the class of this name in IJava 1.3.0. */
public final class Kernel {

    private Kernel() {
    }

    public static FakeKernel getKernelInstance() {
        return FakeKernel.ijava;
    }
}
