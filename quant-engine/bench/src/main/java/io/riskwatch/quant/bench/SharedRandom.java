package io.riskwatch.quant.bench;

/**
 * Random numbers that every language makes alike, to the last bit: the i-th of a seed is a function of the two (SplitMix64), and
 * normals are sums of twelve uniforms, since libraries differ in the last digit of a logarithm. {@code shared_random.py} and {@code shared_random.R} are the twins.
 */
public final class SharedRandom {
    private SharedRandom() {}

    /** In (0, 1). */
    public static double uniform(long seed, long i) {
        long z = (seed << 32) + (i + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (((z ^ (z >>> 31)) >>> 11) + 0.5) * 0x1p-53;
    }

    /** Of mean 0 and variance 1, nearly normal. */
    public static double normal(long seed, long i) {
        double sum = 0;
        for (int k = 0; k < 12; k++) {
            sum += uniform(seed, 12 * i + k);
        }
        return sum - 6;
    }
}
