package io.riskwatch.quant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.performance.Volatility;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AllocationSweepTest {
    private static final Offset<Double> TOLERANCE = within(1e-12);
    private static final double[][] TWO_ASSETS = {{0.1, 0}, {0, 0.1}, {-0.1, 0.2}};

    @Property(tries = 25)
    void everyVariantIsThePlainBacktestOfItsAllocation(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 2, max = 300) int periods,
            @ForAll @IntRange(min = 1, max = 12) int assets,
            @ForAll @DoubleRange(min = 0, max = 0.05) double costRate,
            @ForAll AllocationBacktest.Entry entry) {
        holdsToThePlainBacktest(returns(seed, periods, assets), variants(seed, 19, assets), costRate, entry);
    }

    @Test
    void fiveThousandDaysLaterEveryVariantIsStillThePlainBacktest() {
        holdsToThePlainBacktest(returns(1, 5000, 10), variants(1, 24, 10), 0.001, AllocationBacktest.Entry.AT_COST);
    }

    @Test
    void weightsThatMeetTheirBandExactlyAreDecidedAsThePlainBacktestDecides() {
        // prices that only double or halve leave weights such as 2/3, whose distance from the target is the tolerance
        // itself
        double[][] returns = {{1, 0}, {-0.5, 0}, {0, 1}, {0, 0}, {1, 1}};
        List<AllocationSweep.Variant> variants = new ArrayList<>();
        for (double tolerance : new double[] {0, 1.0 / 6, 2.0 / 3 - 0.5, 0.5 - 1.0 / 3}) {
            variants.add(new AllocationSweep.Variant(List.of(0.5, 0.5), new RebalancingRule.Band(tolerance)));
        }
        holdsToThePlainBacktest(returns, variants, 0.01, AllocationBacktest.Entry.FREE);
    }

    private static void holdsToThePlainBacktest(
            double[][] returns,
            List<AllocationSweep.Variant> variants,
            double costRate,
            AllocationBacktest.Entry entry) {
        AllocationSweep sweep = AllocationSweep.run(returns, variants, costRate, entry);
        for (int k = 0; k < variants.size(); k++) {
            AllocationSweep.Variant variant = variants.get(k);
            AllocationBacktest plain =
                    AllocationBacktest.run(returns, variant.weights(), variant.rule(), costRate, entry);
            double[] wealth = Returns.wealth(plain.returns());
            SweepOutcome outcome = sweep.trials().outcome(k);
            double end = 1 + outcome.totalReturn();
            assertThat(end / (1 + Returns.compounded(plain.returns())))
                    .as("%s", variant)
                    .isCloseTo(1, TOLERANCE);
            assertThat(outcome.meanReturn())
                    .as("%s", variant)
                    .isCloseTo(Moments.of(plain.returns()).mean(), TOLERANCE);
            assertThat(outcome.volatility())
                    .as("%s", variant)
                    .isCloseTo(Volatility.annualised(plain.returns(), 1), TOLERANCE);
            assertThat(outcome.maxDrawdown())
                    .as("%s", variant)
                    .isCloseTo(Drawdowns.ofValues(wealth).maximum(), TOLERANCE);
            double traded = Arrays.stream(plain.turnover()).sum();
            assertThat(sweep.turnover(k)).as("%s", variant).isCloseTo(traded, within(1e-12 * Math.max(1, traded)));
        }
    }

    @Test
    void handWorkedHalfAndHalfPaysForBringingTheWeightsBack() {
        // 110 and 100 of 210: 10/210 is traded at 1 %, then 105 grow by 10 %
        AllocationSweep.Variant everyPeriod =
                new AllocationSweep.Variant(List.of(0.5, 0.5), new RebalancingRule.Every(1));
        AllocationSweep.Variant never = new AllocationSweep.Variant(List.of(0.5, 0.5), new RebalancingRule.Never());
        AllocationSweep sweep = AllocationSweep.run(
                new double[][] {TWO_ASSETS[0], TWO_ASSETS[1]},
                List.of(everyPeriod, never),
                0.01,
                AllocationBacktest.Entry.FREE);
        assertThat(sweep.turnover(0)).isCloseTo(10.0 / 210, within(1e-15));
        assertThat(sweep.trials().outcome(0).totalReturn())
                .isCloseTo(1.05 * (1 - 0.01 * 10 / 210) * 1.05 - 1, within(1e-15));
        assertThat(sweep.trials().outcome(1).totalReturn()).isCloseTo(0.1, within(1e-15));
        assertThat(sweep.turnover(1)).isZero();
        assertThat(sweep.variants()).containsExactly(everyPeriod, never);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        double[][] returns = returns(3, 400, 6);
        List<AllocationSweep.Variant> variants = variants(3, 100, 6);
        AllocationSweep one = AllocationSweep.run(returns, variants, 0.002, AllocationBacktest.Entry.AT_COST, 1);
        for (int threads : new int[] {2, 7}) {
            AllocationSweep many =
                    AllocationSweep.run(returns, variants, 0.002, AllocationBacktest.Entry.AT_COST, threads);
            for (int k = 0; k < variants.size(); k++) {
                assertThat(many.trials().outcome(k)).isEqualTo(one.trials().outcome(k));
                assertThat(many.turnover(k)).isEqualTo(one.turnover(k));
            }
        }
    }

    @Test
    void aVariantThatLostEverythingDoesNotEndTheSweep() {
        double[][] returns = {{-1, 0.1}, {0.5, 0.1}};
        RebalancingRule never = new RebalancingRule.Never();
        AllocationSweep sweep = AllocationSweep.run(
                returns,
                List.of(
                        new AllocationSweep.Variant(List.of(1.0, 0.0), never),
                        new AllocationSweep.Variant(List.of(0.0, 1.0), never)),
                0,
                AllocationBacktest.Entry.FREE);
        assertThat(sweep.trials().failure(0)).contains("backtest has no value: every asset lost everything");
        assertThatThrownBy(() -> sweep.turnover(0)).isInstanceOf(UndefinedMeasureException.class);
        assertThat(sweep.trials().outcome(1).totalReturn()).isCloseTo(0.21, within(1e-15));
        assertThat(sweep.trials().outcome(1).volatility()).isZero();
    }

    @Test
    void whatCannotBeRunIsRefusedByName() {
        RebalancingRule never = new RebalancingRule.Never();
        AllocationSweep.Variant half = new AllocationSweep.Variant(List.of(0.5, 0.5), never);
        AllocationBacktest.Entry free = AllocationBacktest.Entry.FREE;
        assertThatThrownBy(() -> new AllocationSweep.Variant(List.of(0.5, 0.6), never))
                .hasMessage("target must sum to 1, summed to 1.1");
        assertThatThrownBy(() -> new AllocationSweep.Variant(List.of(1.5, -0.5), never))
                .hasMessageContaining("target[1] must be finite and not negative, was -0.5");
        assertThatThrownBy(() -> AllocationSweep.run(new double[][] {{0, 0}}, List.of(half), 0, free))
                .hasMessage("returns must have at least 2 rows, had 1");
        assertThatThrownBy(() -> AllocationSweep.run(new double[][] {{0, 0}, {0, -2}}, List.of(half), 0, free))
                .hasMessageContaining("returns[1][1] must not be below -1");
        assertThatThrownBy(() -> AllocationSweep.run(TWO_ASSETS, List.of(), 0, free))
                .hasMessage("variants must be at least 1, was 0");
        AllocationSweep.Variant single = new AllocationSweep.Variant(List.of(1.0), never);
        assertThatThrownBy(() -> AllocationSweep.run(TWO_ASSETS, List.of(half, single), 0, free))
                .hasMessage("returns[0] and variants[1].target must have the same length, had 2 and 1");
        assertThatThrownBy(() -> AllocationSweep.run(TWO_ASSETS, List.of(half), 1, free))
                .hasMessage("costRate must lie in [0, 1), was 1.0");
        assertThatThrownBy(() -> AllocationSweep.run(TWO_ASSETS, List.of(half), 0, free, 0))
                .hasMessage("threads must be at least 1, was 0");
    }

    private static List<AllocationSweep.Variant> variants(long seed, int count, int assets) {
        Philox4x32 random = new Philox4x32(seed, 1);
        return IntStream.range(0, count)
                .mapToObj(k -> {
                    double[] weights = IntStream.range(0, assets)
                            .mapToDouble(i -> Variates.uniform(random))
                            .toArray();
                    double sum = Arrays.stream(weights).sum();
                    RebalancingRule rule = switch (k % 3) {
                        case 0 -> new RebalancingRule.Band(0.1 * Variates.uniform(random));
                        case 1 -> new RebalancingRule.Every(1 + (int) (60 * Variates.uniform(random)));
                        default -> new RebalancingRule.Never();
                    };
                    return new AllocationSweep.Variant(
                            Arrays.stream(weights).mapToObj(w -> w / sum).toList(), rule);
                })
                .toList();
    }

    private static double[][] returns(long seed, int periods, int assets) {
        Philox4x32 random = new Philox4x32(seed, 0);
        double[][] returns = new double[periods][assets];
        for (double[] row : returns) {
            Arrays.setAll(row, i -> Math.expm1(0.0003 + 0.012 * Variates.normal(random)));
        }
        return returns;
    }
}
