package io.riskwatch.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomStreamTest {
    private static long[] someState() {
        SplittableRandom random = new SplittableRandom(5);
        return random.longs(4 * RandomStream.GENERATORS).toArray();
    }

    @Test
    void bothTwinsMakeTheSameBits() {
        long[] scalar = someState();
        long[] vector = scalar.clone();
        int[] scalarBits = new int[4096];
        int[] vectorBits = new int[4096];
        ScalarNormals.bits(scalar, scalarBits, 4096);
        VectorNormals.bits(vector, vectorBits, 4096);
        assertThat(vectorBits).isEqualTo(scalarBits);
        assertThat(vector).isEqualTo(scalar);
    }

    @Test
    void theBitsAreThoseOfXoshiro256Plus() {
        // generator 3 alone, by the published recurrence
        long[] state = someState();
        int n = RandomStream.GENERATORS;
        long[] s = {state[3], state[3 + n], state[3 + 2 * n], state[3 + 3 * n]};
        int[] bits = new int[320];
        ScalarNormals.bits(state, bits, 320);
        for (int i = 0; i < 10; i++) {
            long expected = s[0] + s[3];
            long t = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= t;
            s[3] = Long.rotateLeft(s[3], 45);
            assertThat(bits[32 * i + 6]).isEqualTo((int) expected);
            assertThat(bits[32 * i + 7]).isEqualTo((int) (expected >>> 32));
        }
    }

    @Test
    void bothTwinsMakeTheSameNormals() {
        int[] bits = new SplittableRandom(1).ints(1792).toArray();
        bits[0] = 0; // the greatest radius
        bits[1] = 0x7fffffff; // the least
        bits[2] = 0x80000000;
        float[] scalar = new float[1800];
        float[] vector = new float[1800];
        ScalarNormals.normals(bits, scalar, 8, 1792, 0.3f, 1.7f);
        VectorNormals.normals(bits, vector, 8, 1792, 0.3f, 1.7f);
        assertThat(vector).isEqualTo(scalar);
    }

    @Test
    void normalsAreBoxMullersWithinTheStatedError() {
        int[] bits = new SplittableRandom(2).ints(64 * 1792).toArray();
        float[] normals = new float[bits.length];
        ScalarNormals.normals(bits, normals, 0, bits.length, 0, 1);
        for (int group = 0; group < bits.length; group += 32) {
            for (int i = group; i < group + 16; i++) {
                double radius = Math.sqrt(-2 * Math.log(((bits[i] & 0x7fffffff) | 1) * 0x1p-31));
                double angle = Math.PI * (bits[i + 16] * 0x1p-32);
                double tolerance = radius > 0.1 ? 2e-6 : 5e-5;
                assertThat((double) normals[i]).isCloseTo(radius * Math.sin(angle), within(tolerance));
                double cosine = radius * Math.cos(angle) * (bits[i] < 0 ? -1 : 1);
                assertThat((double) normals[i + 16]).isCloseTo(cosine, within(tolerance));
            }
        }
    }

    @Test
    void theGreatestNormalIsSixAndAHalfDeviations() {
        int[] bits = new int[32];
        float[] normals = new float[32];
        ScalarNormals.normals(bits, normals, 0, 32, 0, 1);
        assertThat(normals[16]).isCloseTo((float) Math.sqrt(62 * Math.log(2)), within(1e-5f));
    }

    @ParameterizedTest
    @EnumSource(Balance.class)
    void normalsHaveTheirMomentsWhateverTheBalance(Balance balance) {
        int n = 1 << 20;
        float[] row = new float[1024];
        RandomStream stream = new RandomStream();
        double[] sums = new double[4];
        int beyondThree = 0;
        for (int block = 0; block < n / 1024; block++) {
            stream.begin(7, block);
            balance.fill(stream, row, 1024);
            for (float z : row) {
                double square = (double) z * z;
                sums[0] += z;
                sums[1] += square;
                sums[2] += square * z;
                sums[3] += square * square;
                beyondThree += Math.abs(z) > 3 ? 1 : 0;
            }
        }
        assertThat(sums[0] / n).isCloseTo(0, within(4 / Math.sqrt(n)));
        assertThat(sums[1] / n).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
        assertThat(sums[2] / n).isCloseTo(0, within(4 * Math.sqrt(15.0 / n)));
        assertThat(sums[3] / n).isCloseTo(3, within(4 * Math.sqrt(96.0 / n)));
        // 2 (1 - Phi(3)) = 0.0026998
        assertThat(beyondThree / (double) n).isCloseTo(0.0026998, within(4 * Math.sqrt(0.0027 / n)));
    }

    @Test
    void aMirroredRowIsOddAndAMatchedOneHasItsMomentsExactly() {
        RandomStream stream = new RandomStream();
        stream.begin(3, 0);
        float[] row = new float[1024];
        Balance.MIRRORED.fill(stream, row, 1024);
        for (int i = 0; i < 512; i++) {
            assertThat(row[512 + i]).isEqualTo(-row[i]);
        }
        Balance.MATCHED.fill(stream, row, 1024);
        double sum = 0;
        double squares = 0;
        for (float z : row) {
            sum += z;
            squares += (double) z * z;
        }
        assertThat(sum / 1024).isCloseTo(0, within(1e-7));
        assertThat(squares / 1024).isCloseTo(1, within(1e-6));
    }

    @Test
    void blocksAndSeedsHaveStreamsOfTheirOwnAndTheSameStreamComesAgain() {
        float[] first = block(1, 0);
        assertThat(block(1, 0)).isEqualTo(first);
        double n = first.length;
        for (float[] other : new float[][] {block(1, 1), block(2, 0), block(0, 1)}) {
            double product = 0;
            for (int i = 0; i < n; i++) {
                product += first[i] * (double) other[i];
            }
            assertThat(product / n).isCloseTo(0, within(4 / Math.sqrt(n)));
        }
    }

    private static float[] block(long seed, long block) {
        RandomStream stream = new RandomStream();
        stream.begin(seed, block);
        float[] normals = new float[6400];
        stream.normals(normals, normals.length, 0, 1);
        return normals;
    }

    @Test
    void aStreamGoesOnWhereItStoppedInBitsToo() {
        RandomStream stream = new RandomStream();
        stream.begin(4, 4);
        int[] whole = new int[128];
        stream.bits(whole, 128);
        stream.begin(4, 4);
        int[] part = new int[64];
        stream.bits(part, 64);
        stream.bits(part, 64);
        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(whole, 64, 128));
    }

    @Test
    void numbersComeInWholeGroups() {
        assertThatThrownBy(() -> new RandomStream().bits(new int[40], 40))
                .hasMessageContaining("multiple of 32, was 40");
        assertThatThrownBy(() -> new RandomStream().normals(new float[40], 33, 0, 1))
                .hasMessageContaining("multiple of 32, was 33");
    }
}
