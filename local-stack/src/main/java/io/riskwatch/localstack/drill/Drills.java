package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.Build;
import io.riskwatch.localstack.process.StackException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The program behind {@code ./riskwatch drill}: the drills in their long form, each seed on a fresh platform. It can be done in parts:
 * by drill, by seed, and going on where it was broken off.
 */
public final class Drills {

    private Drills() {}

    /** The first argument is the clone, the others are those of {@link DrillPlan}. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("Use ./riskwatch drill, which calls this program.");
            System.exit(2);
        }
        Map<String, String> names = DrillRun.names();
        try {
            DrillPlan plan = DrillPlan.of(Arrays.asList(arguments).subList(1, arguments.length), names.keySet());
            System.exit(run(Path.of(arguments[0]).toAbsolutePath().normalize(), plan));
        } catch (IllegalArgumentException e) {
            System.err.println(
                    e.getMessage() + " ./riskwatch drill [--resume] [--seed N]... [NAME]...; there are these drills:");
            names.forEach((name, summary) -> System.err.printf("  %-15s %s%n", name, summary));
            System.exit(2);
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(Path root, DrillPlan plan) {
        KeptDrills kept = KeptDrills.of(root);
        System.out.println("  ..  building what has changed");
        new Build(root, root.resolve(".riskwatch")).run();
        DrillReport report = new DrillReport(System.out);
        for (long seed : plan.seeds()) {
            List<String> left = plan.left(seed, kept);
            if (left.size() < plan.drills().size()) {
                System.out.println("seed " + seed + ": " + (plan.drills().size() - left.size()) + " have held before");
            }
            if (!left.isEmpty()) {
                run(left, seed, report, kept);
            }
        }
        System.out.println("Kept in " + kept.folder());
        System.out.println(report.passed() ? "Everything held." : "NOT everything held.");
        return report.passed() ? 0 : 1;
    }

    private static void run(List<String> drills, long seed, DrillReport report, KeptDrills kept) {
        try (FaultyPlatform platform = FaultyPlatform.start()) {
            DrillRun run = new DrillRun(platform, Scale.LONG);
            for (String drill : drills) {
                DrillResult result = run.run(drill, seed);
                report.add(result);
                kept.keep(result);
            }
        }
    }
}
