package io.riskwatch.quant.bench;

import io.riskwatch.quant.bench.Comparison.Outcome;
import io.riskwatch.quant.bench.Comparison.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The program behind {@code ./riskwatch bench engine}: runs the workloads beside the installed peers and tells each ratio as a line
 * {@code figure TAB workload TAB peer TAB figure TAB ours TAB theirs}, all else as {@code note TAB words}.
 */
public final class EngineBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private EngineBench() {}

    /** Arguments: the directory of the benches, one for compiled peers, and the workloads wanted (all, where none is named). */
    public static void main(String[] arguments) throws IOException {
        Path bench = Path.of(arguments[0]).toAbsolutePath();
        Path work = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(work);
        note(Machine.description());
        note("medians of " + ROUNDS + " alternated warm runs; ratio = peer's / ours; load average before: "
                + Machine.load());
        Comparison comparison = new Comparison(new Tools(bench.resolve("peers"), work), work, ROUNDS);
        List<String> wanted = Arrays.asList(arguments).subList(2, arguments.length);
        for (Workload workload : Workload.in(bench.resolve("workloads"), wanted)) {
            tell(comparison.of(workload));
        }
        System.exit(0);
    }

    private static void tell(Outcome outcome) {
        String name = outcome.workload().name();
        note(name + " = " + outcome.workload().title());
        outcome.ratios().forEach(EngineBench::tell);
        outcome.missing().forEach(line -> note(name + " not measured: " + line));
        outcome.answers().forEach(line -> note(name + " answer of " + line));
    }

    private static void tell(Ratio ratio) {
        line(String.format(
                Locale.ROOT,
                "figure\t%s\t%s\t%s\t%.6f\t%.6f",
                ratio.workload(),
                ratio.peer(),
                ratio.figure(),
                ratio.ours(),
                ratio.theirs()));
    }

    private static void note(String words) {
        line("note\t" + words);
    }

    private static void line(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
