package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.TestStack;
import java.time.Duration;

/** The broker dies and stays away while analyses are asked for at a steady rate. */
final class BrokerKilled implements Drill {

    private static final double LATEST_MILLIS = 1_000;

    @Override
    public String name() {
        return "broker-killed";
    }

    @Override
    public String summary() {
        return "kill -9 of RabbitMQ while analyses are asked for; every POST is answered 202";
    }

    @Override
    public void run(Scene scene) {
        TestStack.rabbit().kill();
        Duration away = scene.scale().outage().multipliedBy(3).dividedBy(2);
        scene.asking().during(scene.scale().perSecond(), () -> scene.pause(away));
        scene.asking().allAccepted();
        if (!scene.ledger().refusals().isEmpty()) {
            scene.ledger()
                    .violate("while the broker was away not every POST was answered 202: "
                            + scene.ledger().refusals());
        }
        double slowest = scene.ledger().quantileMillis(1);
        scene.figure("slowest 202 ms", slowest);
        if (scene.scale().timed() && slowest > LATEST_MILLIS) {
            scene.ledger().violate("while the broker was away a 202 took " + slowest + " ms");
        }
        scene.timed("broker start s", TestStack.rabbit()::start);
    }
}
