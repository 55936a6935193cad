package homework.bench;

import homework.engine.Engine;

/** Where the engine's time goes: {@code StepProfile torch-convnet-1 2} for a workload and a number of threads. */
public final class StepProfile {
    private StepProfile() {
    }

    /** @param arguments the key of a workload, and how many threads */
    public static void main(String[] arguments) {
        Workload workload = Workload.named(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        try (Engine engine = Engine.of(workload.network(1), workload.batch(), threads)) {
            System.out.println(workload.key() + ", " + threads + (threads == 1 ? " thread" : " threads"));
            System.out.println(engine.profile(workload.source().shaped(workload.source().first(workload.batch()).images())));
        }
        System.exit(0); // threads of native libraries would keep the process
    }
}
