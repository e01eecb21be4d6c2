package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.TestStack;
import io.riskwatch.localstack.platform.Service.Need;
import io.riskwatch.localstack.server.Server;

/** PostgreSQL, Redis and MongoDB go away one after the other while analyses are asked for. */
final class ServersKilled implements Drill {

    private static final String STAND_IN = "stand-in";

    @Override
    public String name() {
        return "servers-killed";
    }

    @Override
    public String summary() {
        return "kill -9 of PostgreSQL, then of Redis; MongoDB killed, or cut off where it is the stand-in";
    }

    @Override
    public void run(Scene scene) {
        int rate = Math.max(2, scene.scale().perSecond() / 10);
        scene.asking().during(rate, () -> {
            killed(scene, TestStack.postgres());
            killed(scene, TestStack.redis());
            mongo(scene);
        });
        scene.asking().allAccepted();
        scene.figure(
                "refused POSTs",
                scene.ledger().refusals().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    private static void killed(Scene scene, Server server) {
        server.kill();
        scene.pause(scene.scale().outage().dividedBy(2));
        server.start();
        scene.pause(scene.scale().outage().dividedBy(4));
    }

    /** The stand-in may lose acknowledged writes when it is killed, which is its fault and nobody else's. */
    private static void mongo(Scene scene) {
        if (TestStack.mongo().version().startsWith(STAND_IN)) {
            scene.platform().links().to(Need.MONGODB).ifPresent(wire -> {
                wire.refuse();
                scene.pause(scene.scale().outage());
                wire.mend();
            });
        } else if (TestStack.mongo().pid() > 0) {
            killed(scene, TestStack.mongo());
        }
    }
}
