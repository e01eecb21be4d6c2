package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import java.util.List;

/** Worker and portfolio-service are asked to stop, as a rolling update does, while analyses are asked for and computed. */
final class AskedToStop implements Drill {

    private static final double LATEST_SECONDS = 30;

    @Override
    public String name() {
        return "asked-to-stop";
    }

    @Override
    public String summary() {
        return "SIGTERM of a worker and of portfolio-service under load";
    }

    @Override
    public void run(Scene scene) {
        RunningService worker = scene.platform().service(Service.WORKER);
        RunningService portfolio = scene.platform().service(Service.PORTFOLIO);
        scene.asking().some(scene.scale().jobs() / 2);
        scene.asking().during(Math.max(1, scene.scale().perSecond() / 10), () -> {
            scene.timed("worker exit s", worker::stop);
            scene.timed("portfolio exit s", portfolio::stop);
            FaultyPlatform.atOnce(List.of(worker::start, portfolio::start));
        });
        scene.asking().allAccepted();
        scene.figures().forEach((name, seconds) -> {
            if (name.endsWith("exit s") && scene.scale().timed() && seconds > LATEST_SECONDS) {
                scene.ledger().violate(name + ": " + seconds);
            }
        });
    }
}
