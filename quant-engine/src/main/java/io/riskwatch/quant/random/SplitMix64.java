package io.riskwatch.quant.random;

import java.util.random.RandomGenerator;

/**
 * The small generator that turns one seed into many: 64 bits of state, period 2^64, every output exactly once.
 *
 * <p>Used to fill the state of larger generators and to derive independent seeds by name. Not safe for use by several
 * threads at once.
 *
 * <p>Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
public final class SplitMix64 implements RandomGenerator {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /** In exactly this state. */
    public SplitMix64(long seed) {
        state = seed;
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Scrambles 64 bits into 64 other bits, one to one: a hash for deriving seeds from numbers. */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
