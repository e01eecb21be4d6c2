package io.riskwatch.quant.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.random.Philox4x32;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

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
