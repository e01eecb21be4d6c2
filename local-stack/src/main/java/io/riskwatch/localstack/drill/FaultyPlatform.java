package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.TestStack;
import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.platform.TestPlatform;
import io.riskwatch.localstack.server.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The test platform with every wire to its servers through a proxy, and as many workers as a drill wants. */
public final class FaultyPlatform implements AutoCloseable {

    private final Links links = new Links();
    private final TestPlatform platform;
    private final List<RunningService> workers = new ArrayList<>();

    private FaultyPlatform() {
        platform = TestPlatform.start(links::through);
        workers.add(platform.platform().service(Service.WORKER));
    }

    public static FaultyPlatform start() {
        return new FaultyPlatform();
    }

    public TestPlatform platform() {
        return platform;
    }

    RunningService service(Service service) {
        return platform.platform().service(service);
    }

    /** The Spring properties of portfolio-service, leading straight to the servers. */
    Map<String, String> servers() {
        return platform.connections(Service.PORTFOLIO);
    }

    Links links() {
        return links;
    }

    /** The running workers after exactly so many run; they share the jobs. */
    List<RunningService> workers(int wanted) {
        while (workers.size() < wanted) {
            workers.add(service(Service.WORKER).twin(workers.size() + 1));
        }
        List<RunningService> needed = workers.subList(0, wanted);
        workers.subList(wanted, workers.size()).forEach(RunningService::stop);
        atOnce(needed.stream().map(worker -> (Runnable) worker::start).toList());
        return List.copyOf(needed);
    }

    /** Mends every wire and starts what does not run. */
    void restore() {
        links.all().forEach(FaultProxy::mend);
        List.of(TestStack.postgres(), TestStack.redis(), TestStack.rabbit(), TestStack.mongo()).stream()
                .filter(server -> !server.alive())
                .forEach(Server::start);
        atOnce(platform.platform().services().stream()
                .map(service -> (Runnable) service::start)
                .toList());
    }

    static void atOnce(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            running.forEach(Asking::join);
        }
    }

    @Override
    public void close() {
        workers.stream().skip(1).forEach(RunningService::stop);
        platform.close();
        links.close();
    }
}
