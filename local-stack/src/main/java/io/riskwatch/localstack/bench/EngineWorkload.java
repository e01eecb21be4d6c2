package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The quant engine beside the peers that are installed; needs no running platform. Its benches are a Maven module of their own,
 * {@code quant-engine/bench}, built here. {@code RISKWATCH_BENCH} chooses some of its workloads, such as {@code "W1 W2"}.
 */
final class EngineWorkload implements Workload {

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(20);
    private static final String TA4J = "org.ta4j:ta4j-core:0.24.1";

    private final Path root;
    private final Path home;

    EngineWorkload(Path root, Path home) {
        this.root = root;
        this.home = home;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String summary() {
        return "the quant engine beside C++, numpy, numba, scipy, R and Java libraries";
    }

    @Override
    public void measure(BenchReport report) {
        Path bench = root.resolve("quant-engine").resolve("bench");
        Path libraries = bench.resolve("target").resolve("lib");
        System.out.println("  ..  building the engine and its benches");
        if (maven("-Pbench", "-pl", "quant-engine/bench", "-am", "-Dmaven.test.skip=true", "package") != 0) {
            throw new StackException("The benches do not build; see " + log());
        }
        if (!Files.exists(libraries.resolve("ta4j-core-0.24.1.jar"))
                && maven("dependency:copy", "-Dartifact=" + TA4J, "-DoutputDirectory=" + libraries, "-N") != 0) {
            report.note("ta4j could not be fetched.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-Xlog:disable",
                "-cp",
                bench.resolve("target/classes") + ":" + libraries + "/*",
                "io.riskwatch.quant.bench.EngineBench",
                bench.toString(),
                home.resolve("bench").resolve("peers").toString()));
        command.addAll(wanted(System.getenv().getOrDefault("RISKWATCH_BENCH", "")));
        FigureLines.follow(new ProcessBuilder(command), report);
    }

    private static List<String> wanted(String words) {
        return words.isBlank() ? List.of() : Arrays.asList(words.trim().split("[ ,]+", -1));
    }

    private Path log() {
        return home.resolve("logs").resolve("bench-build.log");
    }

    private int maven(String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-ntp"));
        command.addAll(Arrays.asList(arguments));
        Optional<Process> started = Optional.empty();
        try {
            Files.createDirectories(home.resolve("logs"));
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            started = Optional.of(process);
            if (!process.waitFor(BUILD_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new StackException(
                        "Maven did not end within " + BUILD_LIMIT.toMinutes() + " minutes; see " + log());
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new StackException("Maven could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        } finally {
            started.ifPresent(Process::destroy);
        }
    }
}
