package io.riskwatch.quant.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Process CPU time and wall time of one run, and of the parts the work names. */
public final class Stopwatch {
    private record Times(long cpu, long wall) {
        Times and(Times more) {
            return new Times(cpu + more.cpu, wall + more.wall);
        }
    }

    private final double scale;
    private final Map<String, Times> parts = new LinkedHashMap<>();

    Stopwatch(double scale) {
        this.scale = scale;
    }

    /** Measures a part of the run as its kernel; several parts add up. */
    public void kernel(Runnable part) {
        part("kernel", part);
    }

    /** Measures a part of the run apart, as {@code nameCpuMs} and {@code nameWallMs}; several of the same name add up. */
    public void part(String name, Runnable part) {
        long cpu = ProcessCpu.nanos();
        long wall = System.nanoTime();
        part.run();
        long took = System.nanoTime() - wall;
        parts.merge(name, new Times(ProcessCpu.nanos() - cpu, took), Times::and);
    }

    /** One run as the line the harness reads. */
    static String measure(Contender contender) {
        Stopwatch watch = new Stopwatch(contender.scale());
        long cpu = ProcessCpu.nanos();
        long wall = System.nanoTime();
        String answer = contender.run(watch);
        return watch.line(ProcessCpu.nanos() - cpu, System.nanoTime() - wall, answer);
    }

    private String line(long cpu, long wall, String answer) {
        StringBuilder line = new StringBuilder("run");
        append(line, "cpuMs", cpu);
        append(line, "wallMs", wall);
        parts.forEach((name, times) -> {
            append(line, name + "CpuMs", times.cpu);
            append(line, name + "WallMs", times.wall);
        });
        return line.append(" | ").append(answer.replace('\n', ' ')).toString();
    }

    private void append(StringBuilder line, String figure, long nanos) {
        line.append(String.format(Locale.ROOT, " %s=%.6f", figure, nanos * 1e-6 * scale));
    }
}
