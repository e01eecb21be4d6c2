package io.riskwatch.localstack.drill;

import java.util.List;

/** No misfortune: the same simulations on one, two and four workers. */
final class WorkersAgree implements Drill {

    private static final List<Integer> WORKERS = List.of(1, 2, 4);

    @Override
    public String name() {
        return "workers-agree";
    }

    @Override
    public String summary() {
        return "the same questions on one, two and four workers have the same answers";
    }

    @Override
    public void run(Scene scene) {
        for (int workers : WORKERS) {
            scene.platform().workers(workers);
            scene.timed("seconds on " + workers, () -> {
                scene.asking().some(scene.scale().jobs() / WORKERS.size());
                scene.asking().allAccepted();
                scene.awaitQuiet();
            });
        }
        scene.platform().workers(2);
    }
}
