package homework.grade;

import java.io.IOException;

/** Chooses the sandbox that this machine permits. */
final class Sandboxes {
    private Sandboxes() {
    }

    static Sandbox choose(boolean unsafe) throws Sandbox.Refused, IOException {
        Installation installation = Installation.here();
        installation.unpackNatives();
        return new Bubblewrap(installation, Users.here(), false);
    }
}
