package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The program behind {@code ./riskwatch bench [workload ...]}. */
public final class Benchmarks {

    private static final String USUAL = "platform";

    private final Path home;
    private final Map<String, Workload> workloads = new LinkedHashMap<>();

    private Benchmarks(Path home, List<Workload> workloads) {
        this.home = home;
        workloads.forEach(workload -> this.workloads.put(workload.name(), workload));
    }

    /** The first argument is the clone, the others are workloads; none means the running platform's own figures. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("Use ./riskwatch bench, which calls this program.");
            System.exit(2);
        }
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path home = root.resolve(".riskwatch");
        Benchmarks benchmarks = new Benchmarks(
                home,
                List.of(
                        new PlatformWorkload(home),
                        new StreamWorkload(root),
                        new GatewayWorkload(root),
                        new HistoryWorkload(root),
                        new AnalysesWorkload(root),
                        new MarginWorkload(root),
                        new PageWorkload(root, home),
                        new EngineWorkload(root, home)));
        System.exit(benchmarks.run(Arrays.asList(arguments).subList(1, arguments.length)));
    }

    private int run(List<String> names) {
        List<String> wanted = names.isEmpty() ? List.of(USUAL) : names;
        List<String> unknown =
                wanted.stream().filter(name -> !workloads.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no workload " + String.join(", ", unknown) + "; there are:");
            workloads
                    .values()
                    .forEach(workload -> System.err.printf("  %-10s %s%n", workload.name(), workload.summary()));
            return 2;
        }
        int exit = 0;
        for (Map.Entry<String, Workload> workload : workloads.entrySet()) {
            if (wanted.contains(workload.getKey())) {
                exit = Math.max(exit, measure(workload.getValue()));
            }
        }
        return exit;
    }

    private int measure(Workload workload) {
        BenchReport report = new BenchReport(workload.name());
        System.out.printf("%s: %s (load of the machine %s)%n", workload.name(), workload.summary(), load());
        try {
            workload.measure(report);
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return 1;
        }
        report.note("Load of the machine afterwards: " + load() + ".");
        report.print(System.out);
        System.out.println("Kept in " + report.write(home.resolve("bench")));
        return 0;
    }

    /** Runnable processes over the last minute, and the cores there are. */
    private static String load() {
        try {
            String average = Files.readString(Path.of("/proc/loadavg"));
            return average.substring(0, average.indexOf(' ')) + " on "
                    + Runtime.getRuntime().availableProcessors() + " cores";
        } catch (IOException e) {
            return String.format(Locale.ROOT, "unknown (%s)", e.getMessage());
        }
    }
}
