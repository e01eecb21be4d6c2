package io.riskwatch.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CrossSweepTest {
    @Property(tries = 20)
    void theScalarTwinAgreesWithTheVectorKernel(@ForAll @LongRange(min = 0) long seed, @ForAll boolean shortBelow) {
        Philox4x32 random = new Philox4x32(seed, 0);
        double[] opens = new double[400];
        double[] closes = new double[400];
        for (int t = 0; t < closes.length; t++) {
            opens[t] = (t == 0 ? 50 : closes[t - 1]) * Math.exp(0.003 * Variates.normal(random));
            closes[t] = opens[t] * Math.exp(0.015 * Variates.normal(random));
        }
        CrossSweep.Market market = new CrossSweep.Market(opens, closes, 0.001, 0.002, shortBelow);
        int[] fast = {1, 4, 11};
        int[] slow = IntStream.range(2, 23).toArray();
        CrossSweep vector = CrossSweep.run(market, fast, slow, 1, true);
        CrossSweep scalar = CrossSweep.run(market, fast, slow, 1, false);
        for (int i = 0; i < fast.length; i++) {
            for (int j = 0; j < slow.length; j++) {
                if (fast[i] < slow[j]) {
                    assertThat(vector.trades(i, j)).isEqualTo(scalar.trades(i, j));
                    assertThat(vector.wealth(i, j)).isCloseTo(scalar.wealth(i, j), within(1e-12));
                    assertThat(vector.sum(i, j)).isCloseTo(scalar.sum(i, j), within(1e-12));
                    assertThat(vector.sumOfSquares(i, j)).isCloseTo(scalar.sumOfSquares(i, j), within(1e-12));
                    assertThat(vector.leastOfPeak(i, j)).isCloseTo(scalar.leastOfPeak(i, j), within(1e-12));
                }
            }
        }
    }

    @Property(tries = 30)
    void aRollingMeanIsTheDoubleNearestToTheExactOne(@ForAll @LongRange(min = 0) long seed) {
        Philox4x32 random = new Philox4x32(seed, 0);
        double[] values = new double[80];
        Arrays.setAll(
                values, t -> Math.exp(4 * Variates.normal(random)) * (seed % 2 == 0 ? 1 : Variates.normal(random)));
        RollingMeans means = RollingMeans.of(values);
        double[] found = new double[values.length];
        for (int window : new int[] {1, 2, 3, 7, 80}) {
            means.fill(window, found);
            for (int t = 0; t < values.length; t++) {
                if (t < window - 1) {
                    assertThat(found[t]).isNaN();
                } else {
                    BigDecimal exact = IntStream.rangeClosed(t - window + 1, t)
                            .mapToObj(i -> new BigDecimal(values[i]))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(BigDecimal.valueOf(window), new MathContext(60));
                    // half a unit in the last place, and next to nothing more
                    BigDecimal error = exact.subtract(new BigDecimal(found[t])).abs();
                    assertThat(error.doubleValue()).isLessThanOrEqualTo(0.50001 * Math.ulp(found[t]));
                }
            }
        }
    }

    @Test
    void theMeanOfOneValueRepeatedIsThatValue() {
        double[] values = new double[3000];
        Arrays.fill(values, 0.1);
        double[] found = new double[values.length];
        for (int window = 1; window < 300; window++) {
            RollingMeans.of(values).fill(window, found);
            assertThat(Arrays.copyOfRange(found, window - 1, values.length)).containsOnly(0.1);
        }
    }
}
