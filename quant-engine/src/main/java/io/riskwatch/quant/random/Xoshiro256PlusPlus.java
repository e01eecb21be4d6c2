package io.riskwatch.quant.random;

import java.util.random.RandomGenerator;

/**
 * The general-purpose generator: 256 bits of state, period 2^256 - 1, with jumps that hand out streams which never
 * overlap.
 *
 * <p>{@link #jump()} advances by 2^128 draws, {@link #longJump()} by 2^192. Not safe for use by several threads at once;
 * give each its own stream.
 *
 * <p>Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021). The JDK's
 * generator of the same name expands seeds differently, so the state may be given here.
 */
public final class Xoshiro256PlusPlus implements RandomGenerator {
    private static final long[] JUMP = {
        0x180ec6d33cfd0abaL, 0xd5a61266f0c9392cL, 0xa9582618e03fc9aaL, 0x39abdc4529b1661cL
    };
    private static final long[] LONG_JUMP = {
        0x76e15d3efefdcbbfL, 0xc5004e441c522fb3L, 0x77710069854ee241L, 0x39109bb02acbe635L
    };

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** A generator whose state is the first four outputs of {@link SplitMix64} from the seed. */
    public Xoshiro256PlusPlus(long seed) {
        SplitMix64 fill = new SplitMix64(seed);
        s0 = fill.nextLong();
        s1 = fill.nextLong();
        s2 = fill.nextLong();
        s3 = fill.nextLong();
    }

    /** A generator in exactly this state, which must not be all zero. */
    public Xoshiro256PlusPlus(long s0, long s1, long s2, long s3) {
        if ((s0 | s1 | s2 | s3) == 0) {
            throw new IllegalArgumentException("state must not be all zero");
        }
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** A generator in the same state that runs on by itself. */
    public Xoshiro256PlusPlus copy() {
        return new Xoshiro256PlusPlus(s0, s1, s2, s3);
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Advances this generator by 2^128 draws. */
    public void jump() {
        advance(JUMP);
    }

    /** Advances this generator by 2^192 draws. */
    public void longJump() {
        advance(LONG_JUMP);
    }

    private void advance(long[] polynomial) {
        long t0 = 0;
        long t1 = 0;
        long t2 = 0;
        long t3 = 0;
        for (long word : polynomial) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                if ((word & (1L << bit)) != 0) {
                    t0 ^= s0;
                    t1 ^= s1;
                    t2 ^= s2;
                    t3 ^= s3;
                }
                nextLong();
            }
        }
        s0 = t0;
        s1 = t1;
        s2 = t2;
        s3 = t3;
    }
}
