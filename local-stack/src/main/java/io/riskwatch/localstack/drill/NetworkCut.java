package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network between the services and all their servers swallows everything for a while, and nobody is told. */
final class NetworkCut implements Drill {

    private static final int MOST_THREADS_MORE = 50;
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

    @Override
    public String name() {
        return "network-cut";
    }

    @Override
    public String summary() {
        return "a silent cut between the services and their four servers";
    }

    @Override
    public void run(Scene scene) {
        List<RunningService> watched = List.of(
                scene.platform().service(Service.PORTFOLIO), scene.platform().service(Service.WORKER));
        List<Integer> before = watched.stream().map(NetworkCut::threads).toList();
        scene.asking().some(scene.scale().jobs() / 4);
        scene.asking().during(Math.max(2, scene.scale().perSecond() / 10), () -> {
            scene.platform().links().all().forEach(FaultProxy::silence);
            scene.pause(scene.scale().outage());
            for (int i = 0; i < watched.size(); i++) {
                int more = threads(watched.get(i)) - before.get(i);
                scene.figure("threads more in " + watched.get(i).service().module(), more);
                if (more > MOST_THREADS_MORE) {
                    scene.ledger().violate(watched.get(i).service().module() + " has piled up " + more + " threads");
                }
            }
            scene.platform().links().all().forEach(FaultProxy::mend);
        });
        scene.timed("healed after s", scene.asking()::allAccepted);
    }

    private static int threads(RunningService service) {
        try {
            Matcher threads = THREADS.matcher(Files.readString(Path.of("/proc/" + service.pid() + "/status")));
            return threads.find() ? Integer.parseInt(threads.group(1)) : 0;
        } catch (IOException e) {
            return 0; // it has ended, which other checks notice
        }
    }
}
