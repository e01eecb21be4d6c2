package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.RunningService;
import java.util.List;

/** Two workers, one of which is killed again and again in the middle of its jobs, or of its start. */
final class WorkersKilled implements Drill {

    @Override
    public String name() {
        return "workers-killed";
    }

    @Override
    public String summary() {
        return "kill -9 of a worker every few seconds while the jobs run";
    }

    @Override
    public void run(Scene scene) {
        List<RunningService> workers = scene.platform().workers(2);
        scene.asking().some(scene.scale().jobs());
        for (int kill = 0; kill < scene.scale().kills(); kill++) {
            scene.pause(scene.scale().killEvery());
            RunningService victim = victim(workers, scene);
            victim.kill();
            victim.launch();
        }
        scene.platform().workers(workers.size());
        scene.figure("kills", scene.scale().kills());
    }

    /** One that runs, of the seed's choice; when none does, the one that is being started. */
    private static RunningService victim(List<RunningService> workers, Scene scene) {
        List<RunningService> healthy =
                workers.stream().filter(RunningService::healthy).toList();
        List<RunningService> candidates = healthy.isEmpty() ? workers : healthy;
        return candidates.get(scene.random().nextInt(candidates.size()));
    }
}
