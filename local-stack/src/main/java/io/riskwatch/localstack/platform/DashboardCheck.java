package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.Launch;
import io.riskwatch.localstack.process.Launch.StopSignal;
import io.riskwatch.localstack.process.ManagedProcess;
import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.process.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The dashboard's format, types, tests and budgets, beside what Maven does: the services' tests wait for servers a third of their
 * time, which is as much as these take.
 */
final class DashboardCheck {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    /** As Maven would do it later; it then finds both done. */
    private static final String BUILD = "node scripts/install.mjs && node scripts/build.mjs";

    private final ManagedProcess process;

    private DashboardCheck(ManagedProcess process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.stopTree(STOP_PATIENCE), "stop-dashboard-check"));
    }

    /** Fetches the packages and builds, and returns when that is done, for the check and Maven both need it. */
    static void build(Path root, Path log, Duration limit) {
        ManagedProcess build = launch("the dashboard's build", List.of("sh", "-c", BUILD), root, log);
        int exit = build.waitFor(limit);
        if (exit != 0) {
            throw build.failure("ended with " + exit);
        }
    }

    /** Starts the check and returns at once. */
    static DashboardCheck start(Path root, Path log) {
        return new DashboardCheck(
                launch("the dashboard's check", List.of("npm", "run", "--silent", "check"), root, log));
    }

    private static ManagedProcess launch(String name, List<String> command, Path root, Path log) {
        return Supervisor.start(new Launch(
                name, command, System.getenv(), root.resolve("frontend"), log, StopSignal.TERM, RunAs.SAME_USER));
    }

    /**
     * Waits for its end.
     *
     * @throws StackException with the end of its log where it found something or did not end in time
     */
    void await(Duration limit) {
        int exit = process.waitFor(limit);
        if (exit != 0) {
            throw process.failure("ended with " + exit);
        }
    }
}
