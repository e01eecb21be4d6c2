package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.Build;
import io.riskwatch.localstack.process.StackException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The program behind {@code ./riskwatch drill [name ...]}: the drills in their long form, each seed on a fresh platform. */
public final class Drills {

    private static final int SEEDS = 3;

    private Drills() {}

    /** The first argument is the clone, the others are drills; none means all. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("Use ./riskwatch drill, which calls this program.");
            System.exit(2);
        }
        List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
        Map<String, String> names = DrillRun.names();
        if (!names.keySet().containsAll(wanted)) {
            System.err.println("There are these drills:");
            names.forEach((name, summary) -> System.err.printf("  %-15s %s%n", name, summary));
            System.exit(2);
        }
        try {
            System.exit(run(
                    Path.of(arguments[0]).toAbsolutePath().normalize(),
                    wanted.isEmpty() ? List.copyOf(names.keySet()) : wanted));
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(Path root, List<String> drills) {
        Path home = root.resolve(".riskwatch");
        System.out.println("  ..  building what has changed");
        new Build(root, home).run();
        DrillReport report = new DrillReport(System.out);
        for (long seed = 1; seed <= SEEDS; seed++) {
            try (FaultyPlatform platform = FaultyPlatform.start()) {
                DrillRun run = new DrillRun(platform, Scale.LONG);
                for (String drill : drills) {
                    report.add(run.run(drill, seed));
                    report.write(home.resolve("drill"));
                }
            }
        }
        System.out.println("Kept in " + report.write(home.resolve("drill")));
        System.out.println(report.passed() ? "Everything held." : "NOT everything held.");
        return report.passed() ? 0 : 1;
    }
}
