package io.riskwatch.quant.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.distribution.ChiSquared;
import io.riskwatch.quant.stat.Moments;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A million draws of each generator inside the two-sided 0.1 % bands (3.29 standard errors); seeds are fixed. */
class GeneratorQualityTest {
    private static final int N = 1_000_000;
    private static final int BINS = 100;
    private static final double REACH = 3.29;

    static Stream<Arguments> generators() {
        return Stream.of(
                Arguments.of("splitmix64", new SplitMix64(1)),
                Arguments.of("xoshiro256++", new Xoshiro256PlusPlus(1)),
                Arguments.of("philox4x32", new Philox4x32(1, 0)),
                Arguments.of("philox4x64", new Philox4x64(1, 0)),
                Arguments.of("mt19937", new Mt19937(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("generators")
    void aMillionUniformsLookUniformAndIndependent(String name, RandomGenerator generator) {
        double[] u = new double[N];
        int[] bins = new int[BINS];
        double serial = 0;
        for (int i = 0; i < N; i++) {
            u[i] = Variates.uniform(generator);
            bins[(int) (u[i] * BINS)]++;
            serial += i == 0 ? 0 : 12 * (u[i] - 0.5) * (u[i - 1] - 0.5);
        }
        Moments moments = Moments.of(u);
        assertThat(Math.abs(moments.mean() - 0.5)).isLessThan(REACH * Math.sqrt(1 / 12.0 / N));
        assertThat(Math.abs(moments.variance() - 1 / 12.0)).isLessThan(REACH * Math.sqrt(1 / 180.0 / N));
        assertThat(Math.abs(serial / N)).isLessThan(REACH / Math.sqrt(N));
        double expected = (double) N / BINS;
        double chiSquared = Arrays.stream(bins)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        ChiSquared law = new ChiSquared(BINS - 1);
        assertThat(chiSquared).isBetween(law.quantile(0.0005), law.quantile(0.9995));
        assertThat(kolmogorovSmirnov(u)).isLessThan(Math.sqrt(-0.5 * Math.log(0.0005) / N));
    }

    private static double kolmogorovSmirnov(double[] u) {
        Arrays.sort(u);
        double largest = 0;
        for (int i = 0; i < u.length; i++) {
            largest = Math.max(largest, Math.max((i + 1.0) / u.length - u[i], u[i] - (double) i / u.length));
        }
        return largest;
    }
}
