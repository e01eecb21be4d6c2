package io.riskwatch.quant.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.simulation.CorrelatedReturns.Weights;
import io.riskwatch.quant.stat.Correlation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CorrelatedReturnsTest {
    private static final double[][] HALF = {{1, 0.5}, {0.5, 1}};
    private static final double[] WEIGHTS = {0.6, 0.4};
    private static final GeometricBrownianMotion SHARES = new GeometricBrownianMotion(0.07, 0.2);
    private static final GeometricBrownianMotion BONDS = new GeometricBrownianMotion(0.02, 0.05);

    private static double[][] correlation(double rho) {
        return new double[][] {{1, rho}, {rho, 1}};
    }

    @Test
    void aBoughtPortfolioOfBrownianMotionsHasItsKnownMeanAndQuantiles() {
        // E = sum w e^(mu T); Var = sum w_i w_j e^((mu_i + mu_j) T) (e^(rho s_i s_j T) - 1)
        GeometricBrownianMotion[] models = {SHARES, BONDS};
        double years = 5;
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < 2; i++) {
            mean += WEIGHTS[i] * Math.exp(models[i].drift() * years);
            for (int j = 0; j < 2; j++) {
                variance += WEIGHTS[i]
                        * WEIGHTS[j]
                        * Math.exp((models[i].drift() + models[j].drift()) * years)
                        * Math.expm1(HALF[i][j] * models[i].volatility() * models[j].volatility() * years);
            }
        }
        int paths = 20_000;
        CorrelatedReturns model = CorrelatedReturns.of(GaussianCopula.of(HALF), List.of(SHARES, BONDS));
        SavingsPlan.Outcome outcome =
                new SavingsPlan(1, 0, 1, 5).simulate(model.portfolio(WEIGHTS, Weights.DRIFTING), paths, 11);
        assertThat(outcome.mean()).isCloseTo(mean, within(4 * Math.sqrt(variance / paths)));
        // quantiles of the sum by numerical integration (scipy quad, brentq); standard errors 0.0027 and 0.0033
        assertThat(outcome.quantile(0.1)).isCloseTo(0.8415675483, within(4 * 0.0027));
        assertThat(outcome.quantile(0.5)).isCloseTo(1.2125274991, within(4 * 0.0033));
    }

    @Test
    void theGoalProbabilityOfOneAssetIsTheClosedFormWithinItsStandardError() {
        CorrelatedReturns model = CorrelatedReturns.of(GaussianCopula.of(HALF), List.of(SHARES, BONDS));
        SavingsPlan.Probability reached = new SavingsPlan(100, 0, 2, 10)
                .simulate(model.portfolio(new double[] {1, 0}, Weights.REBALANCED), 20_000, 3)
                .reaching(130);
        assertThat(reached.value())
                .isCloseTo(1 - SHARES.probabilityBelow(100, 130, 5), within(4 * reached.standardError()));
        assertThat(reached.standardError())
                .isCloseTo(Math.sqrt(reached.value() * (1 - reached.value()) / 20_000), within(1e-15));
    }

    @Test
    void rebalancingKeepsTheWeightsAndDriftingLetsTheWinnerGrow() {
        // certain returns: 10 % and 0 %, halves. Brought back: 1.05^2; left alone: (1.21 + 1) / 2
        Marginal rising = (probability, years) -> 0.1;
        Marginal idle = (probability, years) -> 0;
        CorrelatedReturns model = CorrelatedReturns.of(GaussianCopula.of(HALF), List.of(rising, idle));
        double[] halves = {0.5, 0.5};
        SavingsPlan plan = new SavingsPlan(100, 10, 1, 2);
        assertThat(plan.simulate(model.portfolio(halves, Weights.REBALANCED), 2, 1)
                        .mean())
                .isCloseTo((110 * 1.05 + 10) * 1.05, within(1e-12));
        assertThat(plan.simulate(model.portfolio(halves, Weights.DRIFTING), 2, 1)
                        .mean())
                .isCloseTo((110 * 1.05 + 10) * (1.105 / 1.05), within(1e-12));
    }

    @Test
    void aSharedTailMakesTheWorstYearsWorseAtTheSameCorrelation() {
        List<Marginal> marginals = Collections.nCopies(5, BONDS);
        double[][] correlation = new double[5][5];
        for (double[] row : correlation) {
            Arrays.fill(row, 0.3);
        }
        for (int i = 0; i < 5; i++) {
            correlation[i][i] = 1;
        }
        double[] fifths = {0.2, 0.2, 0.2, 0.2, 0.2};
        SavingsPlan year = new SavingsPlan(1, 0, 1, 1);
        double gaussian = year.simulate(
                        CorrelatedReturns.of(GaussianCopula.of(correlation), marginals)
                                .portfolio(fifths, Weights.REBALANCED),
                        20_000,
                        5)
                .quantile(0.005);
        double student = year.simulate(
                        CorrelatedReturns.of(TCopula.of(correlation, 3), marginals)
                                .portfolio(fifths, Weights.REBALANCED),
                        20_000,
                        5)
                .quantile(0.005);
        assertThat(student).isLessThan(gaussian - 0.003);
    }

    @Test
    void bothCopulasHaveTheKendallTauOfTheirCorrelation() {
        for (Copula copula : new Copula[] {GaussianCopula.of(HALF), TCopula.of(HALF, 4)}) {
            Philox4x32 random = new Philox4x32(9, 1);
            double[][] columns = new double[2][3000];
            for (int t = 0; t < 3000; t++) {
                double[] u = copula.next(random);
                columns[0][t] = u[0];
                columns[1][t] = u[1];
            }
            // 2 / pi asin(1/2) = 1/3; standard error of tau about 2/3 sqrt(1 / n)
            assertThat(Correlation.kendall(columns[0], columns[1]))
                    .isCloseTo(1 / 3.0, within(4 * 0.6667 / Math.sqrt(3000)));
        }
    }

    @Test
    void marginalsGiveBackTheirOwnQuantiles() {
        assertThat(HistoricalMarginal.of(new double[] {0.03, -0.01, 0.01}).returnAt(0.25, 1))
                .isCloseTo(0, within(1e-15));
        assertThat(SHARES.returnAt(0.5, 4)).isCloseTo(Math.exp(0.05 * 4) - 1, within(1e-12));
        // t of 4 degrees: raw 95 % quantile 2.131847, standardised by sqrt(1/2)
        assertThat(new StudentTReturns(0.08, 0.2, 4).returnAt(0.95, 0.25))
                .isCloseTo(0.02 + 0.1 * 2.1318467863 * Math.sqrt(0.5), within(1e-9));
        assertThat(new StudentTReturns(0, 5, 3).returnAt(1e-9, 1)).isEqualTo(-1);
    }

    @Property(tries = 60)
    void perfectlyCorrelatedTwinsAreOneAssetWhateverTheWeights(
            @ForAll @LongRange(min = 0) long seed, @ForAll @DoubleRange(min = 0, max = 1) double weight) {
        CorrelatedReturns model = CorrelatedReturns.of(TCopula.of(correlation(1), 3), List.of(SHARES, SHARES));
        SavingsPlan plan = new SavingsPlan(100, 1, 12, 6);
        double[] weights = {weight, 1 - weight};
        assertThat(plan.simulate(model.portfolio(weights, Weights.DRIFTING), 5, seed)
                        .mean())
                .isCloseTo(
                        plan.simulate(model.portfolio(new double[] {1, 0}, Weights.REBALANCED), 5, seed)
                                .mean(),
                        within(1e-9));
    }

    @Property(tries = 60)
    void wealthScalesWithTheMoneyAndGrowsWithTheContributions(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @DoubleRange(min = -0.99, max = 0.99) double rho,
            @ForAll @DoubleRange(min = 0.1, max = 100) double factor) {
        ReturnModel model = CorrelatedReturns.of(GaussianCopula.of(correlation(rho)), List.of(SHARES, BONDS))
                .portfolio(WEIGHTS, Weights.DRIFTING);
        SavingsPlan.Outcome one = new SavingsPlan(100, 2, 12, 6).simulate(model, 20, seed);
        SavingsPlan.Outcome scaled = new SavingsPlan(100 * factor, 2 * factor, 12, 6).simulate(model, 20, seed);
        SavingsPlan.Outcome withdrawing = new SavingsPlan(100, -2, 12, 6).simulate(model, 20, seed);
        for (double p = 0; p <= 1; p += 0.25) {
            assertThat(scaled.quantile(p)).isCloseTo(factor * one.quantile(p), within(1e-9 * factor * 100));
            assertThat(withdrawing.quantile(p)).isLessThan(one.quantile(p));
        }
        assertThat(one.reaching(120).value())
                .isLessThanOrEqualTo(one.reaching(110).value());
    }

    @Test
    void theRootOfACorrelationGivesItBackEvenWhereItIsSingular() {
        double[][] singular = {{1, 0.6, 0.8}, {0.6, 1, 0}, {0.8, 0, 1}};
        double[] first = {1, 0, 0};
        double[] second = {0, 1, 0};
        double[] third = {0, 0, 1};
        CorrelationRoot root = CorrelationRoot.of(singular);
        root.correlate(first);
        root.correlate(second);
        root.correlate(third);
        assertThat(first).containsExactly(new double[] {1, 0.6, 0.8}, Offset.offset(1e-15));
        assertThat(second).containsExactly(new double[] {0, 0.8, -0.6}, Offset.offset(1e-12));
        assertThat(third).containsExactly(new double[] {0, 0, 0}, Offset.offset(1e-12));
    }

    @Test
    void whatIsNoCorrelationIsRefused() {
        assertThatThrownBy(() -> GaussianCopula.of(correlation(1.01))).hasMessageContaining("positive semi-definite");
        assertThatThrownBy(() -> GaussianCopula.of(new double[][] {{1, 1, 0}, {1, 1, 0.9}, {0, 0.9, 1}}))
                .hasMessageContaining("positive semi-definite");
        assertThatThrownBy(() -> TCopula.of(new double[][] {{2}}, 4))
                .hasMessage("correlation[0][0] must be 1, was 2.0");
        assertThatThrownBy(() -> CorrelatedReturns.of(GaussianCopula.of(HALF), List.of(SHARES)))
                .hasMessageContaining("copula and marginals must have the same length, had 2 and 1");
        CorrelatedReturns model = CorrelatedReturns.of(GaussianCopula.of(HALF), List.of(SHARES, BONDS));
        assertThatThrownBy(() -> model.portfolio(new double[] {0.5, 0.4}, Weights.DRIFTING))
                .hasMessageContaining("weights must sum to 1");
        assertThatThrownBy(() -> model.portfolio(new double[] {1.5, -0.5}, Weights.DRIFTING))
                .hasMessageContaining("weights[1]");
        assertThatThrownBy(() -> model.next(new Philox4x32(1, 1), 0)).hasMessageContaining("years");
        assertThatThrownBy(() -> HistoricalMarginal.of(new double[] {0.1, Double.NaN}))
                .hasMessageContaining("returns[1]");
    }
}
