package io.riskwatch.quant.bench;

import java.util.Locale;

/** Process CPU time and wall time of one run, and of its kernel where the work names one. */
public final class Stopwatch {
    private final double scale;
    private long kernelCpu;
    private long kernelWall;

    Stopwatch(double scale) {
        this.scale = scale;
    }

    /** Measures a part of the run as its kernel; several parts add up. */
    public void kernel(Runnable part) {
        long cpu = ProcessCpu.nanos();
        long wall = System.nanoTime();
        part.run();
        kernelWall += System.nanoTime() - wall;
        kernelCpu += ProcessCpu.nanos() - cpu;
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
        if (kernelWall > 0) {
            append(line, "kernelCpuMs", kernelCpu);
            append(line, "kernelWallMs", kernelWall);
        }
        return line.append(" | ").append(answer.replace('\n', ' ')).toString();
    }

    private void append(StringBuilder line, String figure, long nanos) {
        line.append(String.format(Locale.ROOT, " %s=%.6f", figure, nanos * 1e-6 * scale));
    }
}
