package org.dflib.jjava.jupyter.kernel;

import homework.notebook.FakeKernel;

/** Stand-in for the class of this name in JJava 1.0. */
public final class BaseNotebookStatics {

    private BaseNotebookStatics() {
    }

    public static FakeKernel.Data render(Object value, String... types) {
        return FakeKernel.render(value, types);
    }
}
