package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    @Test
    void isOfThisProcess() {
        Provenance here = Provenance.here(2);
        assertFalse(here.processor().isBlank());
        assertEquals(System.getProperty("java.version"), here.java());
        assertEquals(LocalDate.now(), LocalDate.parse(here.date()));
        // Tests run on unpacked classes; the jar knows its version.
        assertEquals("unpacked", here.library());
    }

    @Test
    void isReadable() {
        assertEquals("AMD EPYC, 1 thread, JDK 17.0.15, DL4J 1.0.0-M2.1, version 0.1.0, 2026-11-21",
                new Provenance("AMD EPYC", 1, "17.0.15", "1.0.0-M2.1", "0.1.0", "2026-11-21").toString());
        assertEquals("Xeon, 2 threads, JDK 25, DL4J 2, version 1, 2027-01-01", new Provenance("Xeon", 2, "25", "2", "1", "2027-01-01").toString());
    }

    /** An empty cell would make a damaged row. */
    @Test
    void namesAProcessorThatHasNoName() {
        assertEquals("unknown processor", Provenance.known(" "));
        assertEquals("unknown processor", Provenance.known(null));
        assertEquals("Xeon", Provenance.known("Xeon"));
    }
}
