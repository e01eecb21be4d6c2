package io.riskwatch.quant.random;

import io.riskwatch.quant.Arguments;
import java.util.Arrays;
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

    /** The state that the reference's {@code init_genrand} makes of one seed, as numpy's RandomState(seed). */
    public Mt19937(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /**
     * The state that the reference's {@code init_by_array} makes of a key of any length.
     *
     * @param key at least one word
     */
    public Mt19937(int[] key) {
        this(19650218);
        Arguments.atLeast("words of the key", key.length, 1);
        int i = 1;
        for (int k = 0; k < Math.max(SIZE, key.length); k++) {
            int j = k % key.length;
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525)) + key[j] + j;
            i = afterWrap(i + 1);
        }
        for (int k = 0; k < SIZE - 1; k++) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941)) - i;
            i = afterWrap(i + 1);
        }
        state[0] = 0x80000000;
    }

    private int afterWrap(int i) {
        if (i < SIZE) {
            return i;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    /**
     * A generator in exactly this state, e.g. one that numpy or the C++ library saved.
     *
     * @param words 624 words, not all zero
     * @param used how many of them were drawn already, 0 to 624
     */
    public static Mt19937 ofState(int[] words, int used) {
        Arguments.sameLength("words", words.length, "state", SIZE);
        Arguments.within("used", used, 0, SIZE);
        if (Arrays.stream(words).allMatch(word -> word == 0)) {
            throw new IllegalArgumentException("words must not all be zero");
        }
        Mt19937 generator = new Mt19937(0);
        System.arraycopy(words, 0, generator.state, 0, SIZE);
        generator.index = used;
        return generator;
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
