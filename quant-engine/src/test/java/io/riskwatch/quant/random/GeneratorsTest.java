package io.riskwatch.quant.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.stat.Moments;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    private static final int N = 200_000;

    @Test
    void jumpsCommuteSoStreamsMayBeHandedOutInAnyOrder() {
        Xoshiro256PlusPlus generator = new Xoshiro256PlusPlus(
                0x012de1babb3c4104L, 0xa5a818b8fc5aa503L, 0xb124ea2b701f4993L, 0x18e0374933d8c782L);
        Xoshiro256PlusPlus twice = generator.copy();
        generator.jump();
        twice.longJump();
        twice.jump();
        generator.longJump();
        assertThat(generator.nextLong())
                .as("jumps commute, because both are powers of one linear step")
                .isEqualTo(twice.nextLong());
    }

    @Test
    void aStateOfZerosIsRefused() {
        assertThatThrownBy(() -> new Xoshiro256PlusPlus(0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("state");
    }

    @Test
    void aPhiloxStreamCanBeEnteredAnywhere() {
        Philox4x32 fromStart = new Philox4x32(7, 3);
        for (int i = 0; i < 10; i++) {
            fromStart.nextLong();
        }
        assertThat(fromStart.nextLong()).isEqualTo(new Philox4x32(7, 3, 5).nextLong());
        assertThat(new Philox4x32(7, 3).nextLong()).isNotEqualTo(new Philox4x32(7, 4).nextLong());
    }

    @Test
    void philox4x64MatchesTheKnownAnswerOfItsAuthors() {
        // Random123 kat_vectors: philox4x64 10, counter and key all zero
        assertThat(Philox4x64.block(new long[4], new long[2]))
                .containsExactly(0x16554d9eca36314cL, 0xdb20fe9d672d0fdcL, 0xd7e772cee186176bL, 0x7e68b68aec7ba23bL);
    }

    @Test
    void normalVariatesHaveTheMomentsOfTheNormalDistribution() {
        Xoshiro256PlusPlus generator = new Xoshiro256PlusPlus(42);
        Moments moments = Moments.of(
                DoubleStream.generate(() -> Variates.normal(generator)).limit(N).toArray());
        assertThat(moments.mean()).isCloseTo(0, within(4 / Math.sqrt(N)));
        assertThat(moments.variance()).isCloseTo(1, within(4 * Math.sqrt(2.0 / N)));
        assertThat(moments.skewness()).isCloseTo(0, within(4 * Math.sqrt(6.0 / N)));
        assertThat(moments.excessKurtosis()).isCloseTo(0, within(4 * Math.sqrt(24.0 / N)));
    }

    @Test
    void scaledStudentVariatesHaveVarianceOneAndFatTails() {
        Philox4x32 generator = new Philox4x32(1, 2);
        Moments moments = Moments.of(DoubleStream.generate(() -> Variates.unitVarianceStudentT(generator, 10))
                .limit(N)
                .toArray());
        // Var(s^2) = (kappa + 2) / n with kappa = 6 / (nu - 4) = 1
        assertThat(moments.variance()).isCloseTo(1, within(4 * Math.sqrt(3.0 / N)));
        assertThat(moments.excessKurtosis()).isBetween(0.7, 1.3);
    }

    @Test
    void uniformsNeverReachTheEndsOfTheInterval() {
        assertThat(Variates.uniform(() -> 0L)).isEqualTo(0x1.0p-53);
        assertThat(Variates.uniform(() -> -1L)).isEqualTo(1 - 0x1.0p-53);
    }

    @Test
    void theMersenneTwisterTakesAKeyAndAState() {
        // mt19937ar.out of the authors: init_by_array {0x123, 0x234, 0x345, 0x456}
        Mt19937 generator = new Mt19937(new int[] {0x123, 0x234, 0x345, 0x456});
        long[] first = new long[5];
        for (int i = 0; i < first.length; i++) {
            first[i] = Integer.toUnsignedLong(generator.nextInt());
        }
        assertThat(first).containsExactly(1067595299L, 955945823L, 477289528L, 4107218783L, 4228976476L);
        int[] words = new int[624];
        words[0] = 5489;
        for (int i = 1; i < words.length; i++) {
            words[i] = 1812433253 * (words[i - 1] ^ (words[i - 1] >>> 30)) + i;
        }
        assertThat(Mt19937.ofState(words, 624).nextInt()).isEqualTo(new Mt19937(5489).nextInt());
        assertThatThrownBy(() -> Mt19937.ofState(new int[624], 0)).hasMessageContaining("must not all be zero");
    }

    @Test
    void philox4x64CountsThrough256Bits() {
        // numpy 1.24: Philox(counter=2**64 - 3, key=7).random_raw(10); numpy adds 1 to the counter before the first
        // block
        Philox4x64 generator = Philox4x64.ofState(new long[] {-2, 0, 0, 0}, new long[] {7, 0});
        String[] expected = {
            "15691785643138746089", "2892169841474633767", "17884749331765785464", "9609106661600069445",
            "5865671063586910244", "7446346653753424350", "6048929958194086370", "15567557372532563012",
            "2600818924746953099", "2261169548304572769"
        };
        for (String word : expected) {
            assertThat(Long.toUnsignedString(generator.nextLong())).isEqualTo(word);
        }
        Philox4x64 fromStart = new Philox4x64(7, 3);
        for (int i = 0; i < 8; i++) {
            fromStart.nextLong();
        }
        assertThat(fromStart.nextLong()).isEqualTo(new Philox4x64(7, 3, 2).nextLong());
    }
}
