package homework.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What JJava and IJava have in common, as seen by reflection: display data, a kernel that displays it, and a stream that replaces it. */
public final class FakeKernel {

    /** The kernel that the stand-ins of both kernels' classes hand out; null is "no kernel running". */
    public static FakeKernel ijava;
    public static FakeKernel jjava;

    final List<Data> shown = new ArrayList<>();
    final List<Data> updates = new ArrayList<>();

    public void display(Data data) {
        shown.add(data);
    }

    public IO getIO() {
        return new IO(new Stream(this));
    }

    public static Data render(Object value, String... types) {
        Data data = new Data();
        data.forms.put("text/plain", String.valueOf(value));
        for (String type : types) {
            data.forms.put(type, String.valueOf(value));
        }
        return data;
    }

    /** A bundle of forms by MIME type. */
    public static final class Data {
        final Map<String, String> forms = new HashMap<>();
        String id;

        public void putText(String text) {
            forms.put("text/plain", text);
        }

        public void setDisplayId(String displayId) {
            id = displayId;
        }
    }

    /** The kernel's streams; only the display stream is used. */
    public static final class IO {
        public final Stream display;

        IO(Stream display) {
            this.display = display;
        }
    }

    /** Replaces earlier output. */
    public static final class Stream {
        private final FakeKernel kernel;

        Stream(FakeKernel kernel) {
            this.kernel = kernel;
        }

        public void updateDisplay(String id, Data data) {
            data.id = id;
            kernel.updates.add(data);
        }
    }
}
