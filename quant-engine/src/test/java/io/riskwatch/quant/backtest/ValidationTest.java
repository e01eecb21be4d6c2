package io.riskwatch.quant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.backtest.WalkForward.Training;
import io.riskwatch.quant.backtest.WalkForward.Window;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.stat.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a choice among strategies is judged: walk-forward, purged folds, probability of overfitting. */
class ValidationTest {
    private static final ToDoubleFunction<double[]> MEAN =
            r -> Arrays.stream(r).average().orElseThrow();
    private static final ToDoubleFunction<double[]> SHARPE = r -> {
        Moments moments = Moments.of(r);
        return moments.mean() / moments.standardDeviation();
    };

    @Test
    void windowsFollowEachOtherAndLeaveOutAnUnfilledEnd() {
        assertThat(WalkForward.windows(10, 4, 2, Training.ROLLING))
                .containsExactly(new Window(0, 4, 6), new Window(2, 6, 8), new Window(4, 8, 10));
        assertThat(WalkForward.windows(9, 4, 2, Training.ANCHORED))
                .containsExactly(new Window(0, 4, 6), new Window(0, 6, 8));
        assertThatThrownBy(() -> WalkForward.windows(5, 4, 2, Training.ROLLING))
                .hasMessage("periods must be at least train + test = 6, was 5");
    }

    @Test
    void theWinnerOfThePastEarnsTheNextReturns() {
        double[][] returns = {{0.1, 0}, {0.1, 0}, {-0.2, 0.3}, {-0.2, 0.3}, {0.5, -0.1}, {0.5, -0.1}};
        WalkForward run = WalkForward.run(returns, WalkForward.windows(6, 2, 2, Training.ROLLING), MEAN);
        assertThat(run.chosen()).containsExactly(0, 1);
        assertThat(run.returns()).containsExactly(-0.2, -0.2, -0.1, -0.1);
        assertThatThrownBy(() -> WalkForward.run(returns, List.of(new Window(0, 4, 7)), MEAN))
                .hasMessageContaining("testTo");
        assertThatThrownBy(() -> WalkForward.run(returns, List.of(), MEAN)).hasMessageContaining("windows");
        assertThatThrownBy(() -> WalkForward.run(new double[3][1], List.of(new Window(0, 1, 2)), MEAN))
                .hasMessage("candidates must be at least 2, was 1");
        assertThatThrownBy(() -> WalkForward.run(returns, List.of(new Window(0, 2, 3)), r -> Double.NaN))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("candidate 0");
    }

    @Test
    void theTestDoesNotInfluenceTheChoice() {
        double[][] returns = noise(5, 60, 4);
        List<Window> windows = WalkForward.windows(60, 30, 30, Training.ROLLING);
        List<Integer> chosen = WalkForward.run(returns, windows, SHARPE).chosen();
        for (int t = 30; t < 60; t++) {
            Arrays.setAll(returns[t], i -> 1.0 * i);
        }
        assertThat(WalkForward.run(returns, windows, SHARPE).chosen()).isEqualTo(chosen);
    }

    @Test
    void labelsThatTouchTheTestAndTheEmbargoAreRemoved() {
        // labels know one period more; the test of 3, 4, 5 knows up to 6: 2 (ends at 3) and 6 are purged, 7 is under
        // embargo
        int[] ends = {1, 2, 3, 4, 5, 6, 7, 8, 8};
        List<PurgedKFold.Split> splits = PurgedKFold.splits(ends, 3, 1);
        assertThat(splits.get(1)).isEqualTo(new PurgedKFold.Split(3, 6, List.of(0, 1, 8)));
        assertThat(splits.get(0).training()).containsExactly(5, 6, 7, 8);
        assertThat(splits.get(2).training()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void foldsWithNothingToLearnFromAreRefused() {
        int[] ends = {3, 3, 3, 3};
        assertThatThrownBy(() -> PurgedKFold.splits(ends, 2, 0)).hasMessageContaining("leave nothing to learn from");
        assertThatThrownBy(() -> PurgedKFold.splits(ends, 1, 0)).hasMessage("folds must lie in [2, 4], was 1.0");
        assertThatThrownBy(() -> PurgedKFold.splits(ends, 2, -1)).hasMessageContaining("embargo");
        assertThatThrownBy(() -> PurgedKFold.splits(new int[] {0, 0}, 2, 0))
                .hasMessage("labelEnds[1] must be at least 1, was 0");
    }

    @Property(tries = 100)
    void noTrainingLabelOverlapsATestLabel(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 2, max = 6) int folds,
            @ForAll @IntRange(min = 0, max = 3) int embargo) {
        Philox4x32 random = new Philox4x32(seed, 1);
        int[] ends = IntStream.range(0, 60)
                .map(i -> i + (int) (5 * Variates.uniform(random)))
                .toArray();
        int covered = 0;
        for (PurgedKFold.Split split : PurgedKFold.splits(ends, folds, embargo)) {
            assertThat(split.testFrom()).isEqualTo(covered);
            covered = split.testTo();
            for (int test = split.testFrom(); test < split.testTo(); test++) {
                for (int i : split.training()) {
                    assertThat(i > ends[test] + embargo || ends[i] < test).isTrue();
                }
            }
        }
        assertThat(covered).isEqualTo(60);
    }

    @Test
    void aWinnerThatAlwaysLosesTheOtherHalfIsOverfitted() {
        // two blocks: the winner of one is the loser of the other, omega = 1/3, logit = ln(1/2)
        OverfittingProbability certain = OverfittingProbability.of(new double[][] {{1, -1}, {-1, 1}}, 2, MEAN);
        assertThat(certain.value()).isEqualTo(1);
        assertThat(certain.logits()).containsExactly(Math.log(0.5), Math.log(0.5));
        assertThat(certain.probabilityOfLoss()).isEqualTo(1);
        assertThatThrownBy(certain::degradation).isInstanceOf(UndefinedMeasureException.class);
        OverfittingProbability skill = OverfittingProbability.of(new double[][] {{2, 1}, {2, 1}}, 2, MEAN);
        assertThat(skill.value()).isZero();
        OverfittingProbability twins = OverfittingProbability.of(new double[][] {{1, 1}, {1, 1}}, 2, MEAN);
        assertThat(twins.value()).as("ties share the middle rank").isEqualTo(1);
    }

    /** Expected numbers from an independent program (numpy and scipy.stats.rankdata over itertools.combinations). */
    @ParameterizedTest
    @CsvSource({
        "4, 0.16666666666666666, 0.16666666666666666, -0.8367981042983824, 5.521460917862247",
        "6, 0.2, 0.2, -0.7332812322592415, 11.982929094215967",
        "8, 0.2571428571428571, 0.1, -1.021631515769911, 44.44226394744683"
    })
    void overfittingMatchesAnIndependentComputation(
            int blocks, double value, double loss, double slope, double sumOfLogits) {
        double[][] returns = new double[26][5];
        for (int t = 0; t < 26; t++) {
            for (int n = 0; n < 5; n++) {
                returns[t][n] = 0.01 * Math.sin(1.7 * t * (n + 1) + n) + 0.001 * n;
            }
        }
        OverfittingProbability found = OverfittingProbability.of(returns, blocks, SHARPE);
        assertThat(found.value()).isCloseTo(value, within(1e-12));
        assertThat(found.probabilityOfLoss()).isCloseTo(loss, within(1e-12));
        assertThat(found.degradation()).isCloseTo(slope, within(1e-9));
        assertThat(Arrays.stream(found.logits()).sum()).isCloseTo(sumOfLogits, within(1e-10));
    }

    @Test
    void amongStrategiesOfLuckTheProbabilityIsOneHalf() {
        // the halves of independent noise are independent, so the winner's rank elsewhere is uniform: 1/2 in
        // expectation
        double[] found = IntStream.range(0, 150)
                .mapToDouble(seed ->
                        OverfittingProbability.of(noise(seed, 24, 6), 6, SHARPE).value())
                .toArray();
        Moments moments = Moments.of(found);
        assertThat(moments.mean()).isCloseTo(0.5, within(4 * moments.standardDeviation() / Math.sqrt(found.length)));
    }

    @Property(tries = 50)
    void theOrderOfStrategiesDoesNotMatter(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 5) int strategies) {
        double[][] returns = noise(seed, 24, strategies);
        double[][] reversed = new double[24][strategies];
        for (int t = 0; t < 24; t++) {
            for (int n = 0; n < strategies; n++) {
                reversed[t][n] = returns[t][strategies - 1 - n];
            }
        }
        OverfittingProbability one = OverfittingProbability.of(returns, 4, SHARPE);
        assertThat(OverfittingProbability.of(reversed, 4, SHARPE).logits()).containsExactly(one.logits());
        assertThat(one.value()).isBetween(0.0, 1.0);
    }

    @Test
    void blocksMustSplitIntoHalves() {
        double[][] returns = noise(1, 24, 3);
        assertThatThrownBy(() -> OverfittingProbability.of(returns, 5, SHARPE))
                .hasMessage("blocks must be even, was 5");
        assertThatThrownBy(() -> OverfittingProbability.of(returns, 22, SHARPE)).hasMessageContaining("blocks");
        assertThatThrownBy(() -> OverfittingProbability.of(new double[4][1], 2, SHARPE))
                .hasMessageContaining("candidates");
    }

    private static double[][] noise(long seed, int periods, int strategies) {
        Philox4x32 random = new Philox4x32(seed, 7);
        double[][] returns = new double[periods][strategies];
        for (double[] row : returns) {
            Variates.normals(random, row);
        }
        return returns;
    }
}
