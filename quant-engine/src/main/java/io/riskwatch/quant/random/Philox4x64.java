package io.riskwatch.quant.random;

import java.util.random.RandomGenerator;

/**
 * The 64-bit sister of {@link Philox4x32}: blocks of four 64-bit words under a 128-bit key and a 256-bit counter.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011 (Random123).
 */
public final class Philox4x64 implements RandomGenerator {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;

    private final long[] key;
    private final long[] counter;
    private final long[] words = new long[4];
    private int used = 4;

    /** Stream number {@code stream} under {@code key}, from its first number. */
    public Philox4x64(long key, long stream) {
        this(key, stream, 0);
    }

    /** Stream number {@code stream} under {@code key}, from block number {@code position} (four longs per block). */
    public Philox4x64(long key, long stream, long position) {
        this(new long[] {key, 0}, new long[] {position, 0, stream, 0});
    }

    private Philox4x64(long[] key, long[] counter) {
        this.key = key;
        this.counter = counter;
    }

    /**
     * A generator in exactly this state.
     *
     * @param counter four 64-bit words, least significant first: the block that is drawn next; numpy's Philox adds 1 before it draws
     * @param key two 64-bit words
     */
    public static Philox4x64 ofState(long[] counter, long[] key) {
        requireState(counter, key);
        return new Philox4x64(key.clone(), counter.clone());
    }

    @Override
    public long nextLong() {
        if (used == 4) {
            fill(counter[0], counter[1], counter[2], counter[3], key[0], key[1], words);
            advance();
            used = 0;
        }
        return words[used++];
    }

    /** Adds 1 to the counter's 256 bits. */
    private void advance() {
        int word = 0;
        do {
            counter[word]++;
        } while (counter[word] == 0 && ++word < counter.length);
    }

    /**
     * The ten-round bijection itself.
     *
     * @param counter four 64-bit words, least significant first
     * @param key two 64-bit words
     * @return four 64-bit words
     */
    public static long[] block(long[] counter, long[] key) {
        requireState(counter, key);
        long[] out = new long[4];
        fill(counter[0], counter[1], counter[2], counter[3], key[0], key[1], out);
        return out;
    }

    private static void requireState(long[] counter, long[] key) {
        if (counter.length != 4 || key.length != 2) {
            throw new IllegalArgumentException(
                    "counter must have 4 words and key 2, had " + counter.length + " and " + key.length);
        }
    }

    private static void fill(long c0, long c1, long c2, long c3, long k0, long k1, long[] out) {
        long a = c0;
        long b = c1;
        long c = c2;
        long d = c3;
        long first = k0;
        long second = k1;
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = Math.unsignedMultiplyHigh(MULTIPLIER_0, a);
            long low0 = MULTIPLIER_0 * a;
            long high1 = Math.unsignedMultiplyHigh(MULTIPLIER_1, c);
            long low1 = MULTIPLIER_1 * c;
            a = high1 ^ b ^ first;
            b = low1;
            c = high0 ^ d ^ second;
            d = low0;
            first += WEYL_0;
            second += WEYL_1;
        }
        out[0] = a;
        out[1] = b;
        out[2] = c;
        out[3] = d;
    }
}
