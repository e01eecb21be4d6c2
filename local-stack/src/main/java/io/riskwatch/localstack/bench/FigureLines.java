package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.process.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program that measures and prints what it found, a line each, its parts separated by tabs. */
final class FigureLines {

    private FigureLines() {}

    /** Runs the program and takes what it prints into the report; what it complains of is shown. */
    static void follow(ProcessBuilder program, BenchReport report) {
        try {
            Process process =
                    program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-bench"));
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(line -> take(line, report));
            }
            if (process.waitFor() != 0) {
                report.note("The benches ended with " + process.exitValue() + ".");
            }
        } catch (IOException e) {
            throw new StackException("The benches could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    /** {@code figure, workload[, peer], figure, ours[, theirs]} is a figure, {@code note, text} and all else a remark. */
    static void take(String line, BenchReport report) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 6 && parts[0].equals("figure")) {
            report.add(parts[1], parts[2], parts[3], Double.parseDouble(parts[4]), Double.parseDouble(parts[5]));
        } else if (parts.length == 4 && parts[0].equals("figure")) {
            report.add(parts[1], parts[2], Double.parseDouble(parts[3]));
        } else {
            report.note(parts.length == 2 ? parts[1] : line);
        }
    }
}
