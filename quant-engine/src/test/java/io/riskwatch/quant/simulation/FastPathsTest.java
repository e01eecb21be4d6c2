package io.riskwatch.quant.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.kernel.Blocks;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FastPathsTest {
    private static final GeometricBrownianMotion SHARES = new GeometricBrownianMotion(0.07, 0.2);
    private static final GeometricBrownianMotion BONDS = new GeometricBrownianMotion(0.02, 0.05);
    private static final BoughtPortfolio MIXED =
            BoughtPortfolio.of(List.of(SHARES, BONDS), new double[][] {{1, 0.5}, {0.5, 1}}, new double[] {0.6, 0.4});
    private static final Blocks.Watch CANCELLED = new Blocks.Watch() {
        @Override
        public boolean cancelled() {
            return true;
        }

        @Override
        public void finished(int blocks, int all) {
            throw new AssertionError("nothing may be finished");
        }
    };

    @ParameterizedTest
    @EnumSource(VarianceReduction.class)
    void simulatedPathsHaveTheClosedForms(VarianceReduction reduction) {
        int paths = 100_000;
        SimulatedPaths simulated =
                SHARES.simulate(100, 2, 8, paths, SimulationRun.of(1).with(reduction));
        SimulatedValues ends = simulated.ends();
        double deviation = SHARES.standardDeviation(100, 2);
        assertThat(ends.mean()).isCloseTo(SHARES.mean(100, 2), within(4 * deviation / Math.sqrt(paths)));
        assertThat(ends.standardDeviation()).isCloseTo(deviation, within(0.03 * deviation));
        double[] probabilities = {0.01, 0.25, 0.5, 0.9};
        double[] quantiles = ends.quantiles(probabilities);
        for (int i = 0; i < probabilities.length; i++) {
            SavingsPlan.Probability below = ends.below(SHARES.quantile(100, 2, probabilities[i]));
            assertThat(below.value()).isCloseTo(probabilities[i], within(4 * below.standardError()));
            assertThat(ends.below(quantiles[i]).value()).isCloseTo(probabilities[i], within(1e-5));
        }
        // monitored at 8 dates the low is higher than at all times: fewer touch than by the reflection principle
        double touching = simulated.lows().below(80).value();
        assertThat(touching)
                .isLessThan(SHARES.probabilityOfTouching(100, 80, 2))
                .isGreaterThan(SHARES.probabilityBelow(100, 80, 2) + 0.01);
    }

    @Test
    void balancedNormalsMakeTheMeanMoreAccurate() {
        double exact = SHARES.mean(1, 1);
        double[] errors = new double[3];
        for (int seed = 0; seed < 20; seed++) {
            for (VarianceReduction reduction : VarianceReduction.values()) {
                SimulationRun run = SimulationRun.of(seed).with(reduction);
                double error = SHARES.simulate(1, 1, 1, 1024, run).ends().mean() - exact;
                errors[reduction.ordinal()] += error * error;
            }
        }
        assertThat(errors[VarianceReduction.ANTITHETIC.ordinal()]).isLessThan(errors[0] / 4);
        assertThat(errors[VarianceReduction.MOMENT_MATCHING.ordinal()]).isLessThan(errors[0] / 4);
    }

    @ParameterizedTest
    @EnumSource(VarianceReduction.class)
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads(VarianceReduction reduction) {
        SimulationRun run = SimulationRun.of(5).with(reduction);
        SimulatedPaths one = SHARES.simulate(1, 1, 30, 9_000, run);
        for (int threads : new int[] {2, 7}) {
            SimulatedPaths many = SHARES.simulate(1, 1, 30, 9_000, run.withThreads(threads));
            assertThat(many.ends().values()).isEqualTo(one.ends().values());
            assertThat(many.lows().values()).isEqualTo(one.lows().values());
        }
        assertThat(SHARES.simulate(1, 1, 30, 9_000, SimulationRun.of(6).with(reduction))
                        .ends()
                        .values())
                .isNotEqualTo(one.ends().values());
    }

    @Test
    void fewerPathsAreTheFirstOfMore() {
        float[] many =
                SHARES.simulate(1, 1, 3, 5_000, SimulationRun.of(2)).ends().values();
        assertThat(SHARES.simulate(1, 1, 3, 1_500, SimulationRun.of(2)).ends().values())
                .isEqualTo(Arrays.copyOf(many, 1_500));
    }

    @Test
    void aFanHasTheSameBytesOnAnyNumberOfThreads() {
        SimulationRun run = SimulationRun.of(3);
        BoughtPortfolio.Fan one = MIXED.simulate(0.1, 5, 5_000, run);
        for (int threads : new int[] {2, 7}) {
            BoughtPortfolio.Fan many = MIXED.simulate(0.1, 5, 5_000, run.withThreads(threads));
            for (int date = 0; date < 5; date++) {
                assertThat(many.at(date).values()).isEqualTo(one.at(date).values());
            }
        }
    }

    @Test
    void aBoughtPortfolioHasItsKnownMeanAndQuantiles() {
        int paths = 100_000;
        for (VarianceReduction reduction : List.of(VarianceReduction.NONE, VarianceReduction.ANTITHETIC)) {
            BoughtPortfolio.Fan fan =
                    MIXED.simulate(1, 5, paths, SimulationRun.of(8).with(reduction));
            assertThat(fan.dates()).isEqualTo(5);
            double mean = 0.6 * Math.exp(0.35) + 0.4 * Math.exp(0.1);
            SimulatedValues end = fan.at(4);
            assertThat(end.mean()).isCloseTo(mean, within(4 * end.standardDeviation() / Math.sqrt(paths)));
            // by numerical integration, as in CorrelatedReturnsTest; standard errors there for 20,000 paths
            double[][] quantiles = fan.quantiles(0.1, 0.5);
            assertThat(quantiles[4][0]).isCloseTo(0.8415675483, within(4 * 0.0027 / Math.sqrt(5)));
            assertThat(quantiles[4][1]).isCloseTo(1.2125274991, within(4 * 0.0033 / Math.sqrt(5)));
            assertThat(quantiles[0][0]).isLessThan(quantiles[0][1]);
        }
    }

    @Test
    void manyShortStepsAndOneLongAreTheSameDistribution() {
        int paths = 50_000;
        SimulatedValues daily =
                MIXED.simulate(1.0 / 50, 50, paths, SimulationRun.of(1)).at(49);
        SimulatedValues once = MIXED.simulate(1, 1, paths, SimulationRun.of(2)).at(0);
        double error = Math.sqrt(2.0 / paths) * once.standardDeviation();
        assertThat(daily.mean()).isCloseTo(once.mean(), within(4 * error));
        assertThat(daily.standardDeviation())
                .isCloseTo(once.standardDeviation(), within(0.03 * once.standardDeviation()));
    }

    @Test
    void statisticsOfValuesAreTheirDefinitions() {
        SimulatedValues values = new SimulatedValues(new float[] {5, 1, 4, 2, 3, 99}, 5);
        assertThat(values.paths()).isEqualTo(5);
        assertThat(values.mean()).isEqualTo(3);
        assertThat(values.standardDeviation()).isCloseTo(Math.sqrt(2.5), within(1e-15));
        assertThat(values.quantiles(0, 0.3, 1)).containsExactly(1, 2.2, 5);
        assertThat(values.quantile(0.5)).isEqualTo(3);
        // k = 2.5: (1 + 2 + half of 3) / 2.5
        assertThat(values.meanOfLowest(0.5)).isCloseTo(4.5 / 2.5, within(1e-15));
        assertThat(values.meanOfLowest(1)).isEqualTo(3);
        assertThat(values.below(2.5).value()).isEqualTo(0.4);
        assertThatThrownBy(() -> values.quantiles(0.5, 0.4)).hasMessageContaining("probabilities[1]");
        assertThatThrownBy(() -> values.meanOfLowest(0)).hasMessageContaining("share");
    }

    @Test
    void whatCannotBeSimulatedIsRefused() {
        SimulationRun run = SimulationRun.of(1);
        assertThatThrownBy(() -> SHARES.simulate(0, 1, 1, 10, run)).hasMessageContaining("start");
        assertThatThrownBy(() -> SHARES.simulate(1, 1, 0, 10, run)).hasMessageContaining("steps");
        assertThatThrownBy(() -> SHARES.simulate(1, 1, 1, 1, run)).hasMessageContaining("paths");
        assertThatThrownBy(() -> SHARES.simulate(1, 1, 1, 1 << 27, run))
                .hasMessage("paths x dates must be at most 134217728 values (512 MB), was 134217728 x 2");
        assertThatThrownBy(() -> MIXED.simulate(1, 2000, 100_000, run)).hasMessageContaining("512 MB");
        assertThatThrownBy(() -> MIXED.simulate(1, 1, 10, run.with(VarianceReduction.MOMENT_MATCHING)))
                .hasMessageContaining("reduction must be NONE or ANTITHETIC");
        assertThatThrownBy(() -> run.withThreads(0)).hasMessageContaining("threads");
        assertThatThrownBy(() -> BoughtPortfolio.of(List.of(SHARES), new double[][] {{1}}, new double[] {1, 2}))
                .hasMessageContaining("weights");
        assertThatThrownBy(() -> new GeometricBrownianMotion(0.05, 3).simulate(1, 10, 10, 10, run))
                .hasMessageContaining("the path must stay below 3e38")
                .hasMessageContaining("volatility 3.0 over 10.0 years");
        assertThatThrownBy(() -> MIXED.simulate(1000, 10, 10, run)).hasMessageContaining("assets[0] must stay below");
    }

    @Test
    void aCancelledSimulationSaysSo() {
        SimulationRun run = SimulationRun.of(1).watchedBy(CANCELLED);
        assertThatThrownBy(() -> SHARES.simulate(1, 1, 1, 10, run)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> MIXED.simulate(1, 1, 10, run)).isInstanceOf(CancellationException.class);
    }
}
