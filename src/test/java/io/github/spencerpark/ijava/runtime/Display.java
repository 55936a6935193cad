package io.github.spencerpark.ijava.runtime;

import homework.notebook.FakeKernel;

/** Stand-in for the class of this name in IJava 1.3.0. */
public final class Display {

    private Display() {
    }

    public static FakeKernel.Data render(Object value, String... types) {
        return FakeKernel.render(value, types);
    }
}
