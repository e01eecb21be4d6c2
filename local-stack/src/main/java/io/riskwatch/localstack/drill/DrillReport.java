package io.riskwatch.localstack.drill;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The results of drills: a line each as they come. */
public final class DrillReport {

    private static final String LINE = "%-15s %4s %8s %9s %6s %9s %4s %7s %7s  %s";

    private final PrintStream out;
    private final List<DrillResult> results = new ArrayList<>();

    public DrillReport(PrintStream out) {
        this.out = out;
        out.println(LINE.formatted(
                "drill", "seed", "accepted", "completed", "failed", "cancelled", "dead", "99 % ms", "seconds", "held"));
    }

    public void add(DrillResult result) {
        results.add(result);
        out.println(LINE.formatted(
                result.drill(),
                result.seed(),
                result.accepted(),
                result.completed(),
                result.failed(),
                result.cancelled(),
                result.deadLetters(),
                number(result.millis99()),
                number(result.seconds()),
                result.passed() ? "yes" : "NO"));
        out.println("  " + figures(result));
        result.violations().stream().limit(20).forEach(violation -> out.println("  VIOLATED: " + violation));
        if (result.violations().size() > 20) {
            out.println("  ... and " + (result.violations().size() - 20) + " more");
        }
        out.flush();
    }

    private static String figures(DrillResult result) {
        String figures = new TreeMap<>(result.figures())
                .entrySet().stream()
                        .map(figure -> figure.getKey() + " " + number(figure.getValue()))
                        .collect(Collectors.joining(", "));
        return result.refusals().isEmpty() ? figures : figures + ", asked again after " + result.refusals();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }

    public boolean passed() {
        return results.stream().allMatch(DrillResult::passed);
    }

    /** Writes a file for each drill, an array of its seeds, and answers the folder. */
    public Path write(Path folder) {
        KeptDrills kept = KeptDrills.ofOneRun(folder);
        results.forEach(kept::keep);
        return folder;
    }
}
