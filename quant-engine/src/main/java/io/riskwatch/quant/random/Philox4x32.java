package io.riskwatch.quant.random;

import java.util.random.RandomGenerator;

/**
 * A generator without memory: the n-th number of stream s under key k is a pure function of (n, s, k).
 *
 * <p>Give every simulated path its own stream number and the result no longer depends on how many threads ran it. Each
 * stream holds 2^64 blocks of four 32-bit words. Philox4x32 with ten rounds passes BigCrush. An instance is not safe for
 * use by several threads at once; {@link #block} is.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011 (Random123).
 */
public final class Philox4x32 implements RandomGenerator {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;

    private final long key;
    private final long stream;
    private final int[] words = new int[4];
    private long position;
    private int used = 4;

    /** Stream number {@code stream} under {@code key}, from its first number. */
    public Philox4x32(long key, long stream) {
        this(key, stream, 0);
    }

    /** Stream number {@code stream} under {@code key}, from block number {@code position} (two longs per block). */
    public Philox4x32(long key, long stream, long position) {
        this.key = key;
        this.stream = stream;
        this.position = position;
    }

    @Override
    public long nextLong() {
        if (used == 4) {
            fill(
                    (int) position,
                    (int) (position >>> 32),
                    (int) stream,
                    (int) (stream >>> 32),
                    (int) key,
                    (int) (key >>> 32),
                    words);
            position++;
            used = 0;
        }
        long value = (words[used] & LOW) | ((long) words[used + 1] << 32);
        used += 2;
        return value;
    }

    /**
     * The ten-round bijection itself.
     *
     * @param counter four 32-bit words, least significant first
     * @param key two 32-bit words
     * @return four 32-bit words
     */
    public static int[] block(int[] counter, int[] key) {
        if (counter.length != 4 || key.length != 2) {
            throw new IllegalArgumentException(
                    "counter must have 4 words and key 2, had " + counter.length + " and " + key.length);
        }
        int[] out = new int[4];
        fill(counter[0], counter[1], counter[2], counter[3], key[0], key[1], out);
        return out;
    }

    private static void fill(int c0, int c1, int c2, int c3, int k0, int k1, int[] out) {
        int a = c0;
        int b = c1;
        int c = c2;
        int d = c3;
        int first = k0;
        int second = k1;
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = MULTIPLIER_0 * (a & LOW);
            long p1 = MULTIPLIER_1 * (c & LOW);
            a = (int) (p1 >>> 32) ^ b ^ first;
            b = (int) p1;
            c = (int) (p0 >>> 32) ^ d ^ second;
            d = (int) p0;
            first += WEYL_0;
            second += WEYL_1;
        }
        out[0] = a;
        out[1] = b;
        out[2] = c;
        out[3] = d;
    }
}
