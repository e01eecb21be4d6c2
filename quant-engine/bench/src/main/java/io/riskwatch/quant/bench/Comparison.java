package io.riskwatch.quant.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One workload beside its peers: A B A B, each pair of sides in the same minutes. */
final class Comparison {
    /**
     * Two medians of the same figure.
     *
     * @param figure cpuMs, wallMs, kernelCpuMs or kernelWallMs
     * @param ours milliseconds
     * @param theirs milliseconds
     */
    record Ratio(String workload, String peer, String figure, double ours, double theirs) {}

    /** What came of a workload: the ratios, the sides that could not take part, and each side's answer. */
    record Outcome(Workload workload, List<Ratio> ratios, List<String> missing, List<String> answers) {}

    private final Tools tools;
    private final Path work;
    private final int rounds;

    Comparison(Tools tools, Path work, int rounds) {
        this.tools = tools;
        this.work = work;
        this.rounds = rounds;
    }

    Outcome of(Workload workload) throws IOException {
        Outcome outcome = new Outcome(workload, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (SideProcess ours = start(workload, workload.ours())) {
            for (Side peer : workload.peers()) {
                System.err.println("  " + workload.name() + " beside " + peer.name());
                try (SideProcess theirs = start(workload, peer)) {
                    pair(outcome, ours, theirs, peer.name());
                } catch (SideMissingException e) {
                    outcome.missing().add(peer.name() + ": " + e.getMessage());
                }
            }
        } catch (SideMissingException e) {
            outcome.missing().add("ours: " + e.getMessage());
        }
        return outcome;
    }

    private SideProcess start(Workload workload, Side side) throws IOException {
        Path errors = work.resolve(workload.name() + "-" + side.name() + ".stderr");
        return SideProcess.start(tools.command(side), tools.directory(), errors);
    }

    private void pair(Outcome outcome, SideProcess ours, SideProcess theirs, String peer) throws IOException {
        List<Reading> mine = new ArrayList<>();
        List<Reading> other = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            mine.add(ours.run());
            other.add(theirs.run());
        }
        String own = mine.getLast().answer();
        String answer = other.getLast().answer();
        if (outcome.answers().isEmpty()) {
            outcome.answers().add("ours: " + own);
        }
        double tolerance = outcome.workload().tolerance();
        String verdict = Double.isNaN(tolerance)
                ? ""
                : " | " + Agreement.of(own, answer, tolerance).words();
        outcome.answers().add(peer + ": " + answer + verdict);
        mine.getFirst().figures().keySet().stream()
                .filter(other.getFirst().figures()::containsKey)
                .sorted(Comparator.naturalOrder())
                .forEach(figure -> outcome.ratios()
                        .add(new Ratio(
                                outcome.workload().name(), peer, figure, median(mine, figure), median(other, figure))));
    }

    private static double median(List<Reading> readings, String figure) {
        double[] sorted = readings.stream()
                .mapToDouble(reading -> reading.figures().getOrDefault(figure, Double.NaN))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
