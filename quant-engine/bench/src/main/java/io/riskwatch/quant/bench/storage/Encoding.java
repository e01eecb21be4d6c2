package io.riskwatch.quant.bench.storage;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.SharedRandom;
import io.riskwatch.quant.bench.Stopwatch;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** The same numbers many times over; what they are read back as is looked at once, before anything is measured. */
abstract class Encoding implements Contender {
    private static final int PATHS = 100_000;
    private static final int TIMES = 100;

    private final double[] ends = IntStream.range(0, PATHS)
            .mapToDouble(path -> 100 * Math.exp(0.5 + 0.6 * SharedRandom.normal(71, path)))
            .toArray();
    private final String answer;

    Encoding() {
        answer = String.format(
                Locale.ROOT, "sum %.6f", Arrays.stream(decode(encode(ends))).sum());
    }

    abstract byte[] encode(double[] values);

    abstract double[] decode(byte[] bytes);

    @Override
    public double scale() {
        return 1.0 / TIMES;
    }

    @Override
    public int warmUps() {
        return 20;
    }

    @Override
    public String run(Stopwatch watch) {
        long bytes = 0;
        for (int time = 0; time < TIMES; time++) {
            bytes += encode(ends).length;
        }
        if (bytes < PATHS) {
            throw new IllegalStateException("encoded to " + bytes + " bytes");
        }
        return answer;
    }
}
