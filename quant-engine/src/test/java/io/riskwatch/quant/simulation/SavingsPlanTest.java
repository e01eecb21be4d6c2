package io.riskwatch.quant.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.kernel.Blocks;
import io.riskwatch.quant.random.Philox4x32;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SavingsPlanTest {
    /** The same return every period, whatever the generator says. */
    private static ReturnModel certain(double r) {
        return random -> years -> r;
    }

    @Test
    void contributionsEarnFromTheStartOfTheirPeriod() {
        // (100 + 10) x 1.1 = 121; (121 + 10) x 1.1 = 144.1
        SavingsPlan.Outcome outcome = new SavingsPlan(100, 10, 1, 2).simulate(certain(0.1), 5, 1);
        assertThat(outcome.mean()).isCloseTo(144.1, within(1e-12));
        assertThat(outcome.reaching(144).value()).isEqualTo(1);
        assertThat(outcome.reaching(145).value()).isZero();
        assertThat(outcome.ruin().value()).isZero();
    }

    @Test
    void withdrawalsBeyondTheMoneyAreRuin() {
        SavingsPlan.Outcome outcome = new SavingsPlan(100, -60, 1, 3).simulate(certain(0), 4, 1);
        assertThat(outcome.ruin().value()).isEqualTo(1);
        assertThat(outcome.quantile(1)).isZero();
    }

    @Test
    void everySeedHasItsOwnFutureAndTheStandardErrorSaysHowMuchThatMatters() {
        SavingsPlan plan = new SavingsPlan(100, 1, 12, 24);
        StudentTReturns model = new StudentTReturns(0.06, 0.2, 4);
        SavingsPlan.Probability first = plan.simulate(model, 2000, 1).reaching(130);
        SavingsPlan.Probability again = plan.simulate(model, 2000, 1).reaching(130);
        SavingsPlan.Probability other = plan.simulate(model, 2000, 2).reaching(130);
        assertThat(first).isEqualTo(again);
        assertThat(first.value()).isCloseTo(other.value(), within(6 * first.standardError()));
    }

    static Stream<Named<ReturnModel>> models() {
        double[] history = {0.01, -0.02, 0.03, 0.00, -0.01, 0.02, 0.015, -0.03};
        CorrelatedReturns pair = CorrelatedReturns.of(
                TCopula.of(new double[][] {{1, 0.6}, {0.6, 1}}, 4),
                List.of(new StudentTReturns(0.05, 0.2, 5), new GeometricBrownianMotion(0.03, 0.1)));
        return Stream.of(
                Named.of("GBM", new GeometricBrownianMotion(0.06, 0.2)),
                Named.of("STUDENT_T", new StudentTReturns(0.06, 0.2, 4)),
                Named.of("BLOCK_BOOTSTRAP", Bootstrap.stationary(history, 3)),
                Named.of("fixed blocks", Bootstrap.blocks(history, 3)),
                Named.of("JUMP_DIFFUSION", new JumpDiffusion(0.06, 0.15, 2, -0.05, 0.1)),
                Named.of("HESTON", new StochasticVariance(0.06, 0.04, 2, 0.04, 0.4, -0.6)),
                Named.of(
                        "drifting pair tied by a t-copula",
                        pair.portfolio(new double[] {0.6, 0.4}, CorrelatedReturns.Weights.DRIFTING)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelGivesTheSameBytesOnAnyNumberOfThreads(ReturnModel model) {
        SavingsPlan plan = new SavingsPlan(100, -2, 12, 6);
        int paths = 2_500; // two whole blocks and a part
        SimulationRun run = SimulationRun.of(9);
        SavingsPlan.Outcome one = plan.simulate(model, paths, run);
        for (int threads : new int[] {2, 7}) {
            SavingsPlan.Outcome many = plan.simulate(model, paths, run.withThreads(threads));
            for (int rank = 0; rank < paths; rank++) {
                double probability = rank / (paths - 1.0);
                assertThat(many.quantile(probability)).isEqualTo(one.quantile(probability));
            }
            assertThat(many.ruin()).isEqualTo(one.ruin());
        }
        assertThat(plan.simulate(model, paths, SimulationRun.of(10)).mean()).isNotEqualTo(one.mean());
    }

    @Test
    void aRunReportsItsBlocksAndEndsWhenItIsCancelled() {
        SavingsPlan plan = new SavingsPlan(100, 1, 12, 12);
        List<Integer> finished = new ArrayList<>();
        Blocks.Watch untilTwo = new Blocks.Watch() {
            @Override
            public boolean cancelled() {
                return finished.size() == 2;
            }

            @Override
            public void finished(int blocks, int all) {
                assertThat(all).isEqualTo(5);
                finished.add(blocks);
            }
        };
        SimulationRun run = SimulationRun.of(1).watchedBy(untilTwo);
        assertThatThrownBy(() -> plan.simulate(certain(0), 5_000, run))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled after 2 of 5 blocks");
        assertThat(finished).containsExactly(1, 2);
    }

    @Test
    void whatCannotBeRunIsRefused() {
        SavingsPlan plan = new SavingsPlan(100, 1, 12, 12);
        SimulationRun run = SimulationRun.of(1);
        assertThatThrownBy(() -> plan.simulate(certain(0), 0, run)).hasMessageContaining("paths");
        assertThatThrownBy(() -> plan.simulate(certain(0), (1 << 26) + 1, run)).hasMessageContaining("paths");
        assertThatThrownBy(() -> plan.simulate(certain(0), 10, run.with(VarianceReduction.ANTITHETIC)))
                .hasMessage("reduction must be NONE for a model that draws for itself, was ANTITHETIC");
    }

    @Test
    void theBootstrapKeepsBlocksTogetherAndUsesEveryReturnAlike() {
        double[] history = {0.00, 0.01, 0.02, 0.03, 0.04};
        for (Bootstrap bootstrap : new Bootstrap[] {Bootstrap.stationary(history, 4), Bootstrap.blocks(history, 4)}) {
            ReturnModel.Path path = bootstrap.start(new Philox4x32(3, 0));
            double[] drawn = new double[20_000];
            Arrays.setAll(drawn, t -> path.next(1.0 / 252));
            int follows = 0;
            for (int t = 1; t < drawn.length; t++) {
                follows += drawn[t] == history[((int) Math.round(100 * drawn[t - 1]) + 1) % 5] ? 1 : 0;
            }
            // three of four steps stay in the block, one of four jumps and hits the next by chance
            assertThat(follows / 20_000.0).isCloseTo(0.75 + 0.25 / 5, within(0.02));
            assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0.02, within(0.001));
        }
        assertThatThrownBy(() -> Bootstrap.stationary(history, 0.5)).hasMessageContaining("meanBlock");
    }
}
