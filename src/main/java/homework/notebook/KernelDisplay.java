package homework.notebook;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.UUID;

/**
 * Output through the Java kernel that runs this JVM. JJava and IJava have the same display classes under different names, so
 * both are called by reflection and the library compiles against neither.
 *
 * <p>A kernel renders a value when the cell ends and swallows an {@link Error} thrown there so badly that it hangs until it is
 * restarted. Here everything is rendered before the kernel sees it: what it gets is two finished strings.
 */
final class KernelDisplay implements Display {

    /** The two kernels: the class with the static {@code render}, and the class and method that give the running kernel. */
    private enum Kernel {
        JJAVA("org.dflib.jjava.jupyter.kernel.BaseNotebookStatics",
                "org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel"),
        IJAVA("io.github.spencerpark.ijava.runtime.Display",
                "io.github.spencerpark.ijava.runtime.Kernel", "getKernelInstance");

        final String renderClass;
        final String kernelClass;
        final String instanceMethod;

        Kernel(String renderClass, String kernelClass, String instanceMethod) {
            this.renderClass = renderClass;
            this.kernelClass = kernelClass;
            this.instanceMethod = instanceMethod;
        }
    }

    private final Class<?> renderClass;
    private final Object kernel;

    private KernelDisplay(Class<?> renderClass, Object kernel) {
        this.renderClass = renderClass;
        this.kernel = kernel;
    }

    /** The running kernel as seen from a class loader; empty outside a kernel. */
    static Optional<KernelDisplay> find(ClassLoader loader) {
        for (Kernel candidate : Kernel.values()) {
            try {
                Class<?> kernelClass = Class.forName(candidate.kernelClass, true, loader);
                Object kernel = kernelClass.getMethod(candidate.instanceMethod).invoke(null);
                if (kernel != null) {
                    return Optional.of(new KernelDisplay(Class.forName(candidate.renderClass, true, loader), kernel));
                }
            } catch (ClassNotFoundException | NoSuchMethodException e) {
                // Not this kernel; try the next one.
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The Java kernel is there but gives no access to its display: " + e, e);
            }
        }
        return Optional.empty();
    }

    @Override
    public String show(String html, String text) {
        try {
            String id = UUID.randomUUID().toString();
            Object data = render(html, text);
            data.getClass().getMethod("setDisplayId", String.class).invoke(data, id);
            kernel.getClass().getMethod("display", data.getClass()).invoke(kernel, data);
            return id;
        } catch (ReflectiveOperationException e) {
            throw displayFailed(e);
        }
    }

    @Override
    public void update(String id, String html, String text) {
        try {
            Object data = render(html, text);
            Object io = kernel.getClass().getMethod("getIO").invoke(kernel);
            Object stream = io.getClass().getField("display").get(io);
            stream.getClass().getMethod("updateDisplay", String.class, data.getClass()).invoke(stream, id, data);
        } catch (ReflectiveOperationException e) {
            throw displayFailed(e);
        }
    }

    @Override
    public boolean isKernel() {
        return true;
    }

    /** The kernel's own display data with both forms; the kernel's renderer alone would give HTML as the text form as well. */
    private Object render(String html, String text) throws ReflectiveOperationException {
        boolean plain = html.isEmpty();
        Object data = renderClass.getMethod("render", Object.class, String[].class)
                .invoke(null, plain ? text : html, new String[] {plain ? "text/plain" : "text/html"});
        data.getClass().getMethod("putText", String.class).invoke(data, text);
        return data;
    }

    private static IllegalStateException displayFailed(ReflectiveOperationException e) {
        Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
        return new IllegalStateException("The Java kernel could not display this output: " + cause, cause);
    }
}
