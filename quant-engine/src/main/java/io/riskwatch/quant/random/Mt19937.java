package io.riskwatch.quant.random;

import java.util.random.RandomGenerator;

/**
 * The Mersenne Twister, kept to reproduce published experiments that were seeded with it (numpy, R, C++).
 *
 * <p>{@link #nextInt()} is the reference's 32-bit stream; {@link #nextLong()} joins two of them, high word first. For new
 * work take {@link Xoshiro256PlusPlus} or {@link Philox4x32}.
 *
 * <p>Source: M. Matsumoto and T. Nishimura, ACM TOMACS 8 (1998), with the seeding of 2002.
 */
public final class Mt19937 implements RandomGenerator {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;

    private final int[] state = new int[SIZE];
    private int index = SIZE;

    public Mt19937(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    @Override
    public int nextInt() {
        if (index == SIZE) {
            twist();
        }
        int y = state[index++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    @Override
    public long nextLong() {
        long high = nextInt();
        return (high << 32) | Integer.toUnsignedLong(nextInt());
    }

    /** A uniform double in [0, 1) as numpy and the reference's genrand_res53 make it. */
    @Override
    public double nextDouble() {
        double high = nextInt() >>> 5;
        double low = nextInt() >>> 6;
        return (high * 0x1.0p26 + low) * 0x1.0p-53;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        index = 0;
    }
}
