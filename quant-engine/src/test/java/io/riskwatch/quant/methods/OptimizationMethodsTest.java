package io.riskwatch.quant.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.quant.optimization.BlackLitterman;
import io.riskwatch.quant.optimization.CriticalLine;
import io.riskwatch.quant.optimization.FrontierPoint;
import io.riskwatch.quant.optimization.HierarchicalEqualRisk;
import io.riskwatch.quant.optimization.HierarchicalRiskParity;
import io.riskwatch.quant.optimization.InfeasibleException;
import io.riskwatch.quant.optimization.LinearConstraint;
import io.riskwatch.quant.optimization.MeanVariance;
import io.riskwatch.quant.optimization.MinimumShortfall;
import io.riskwatch.quant.optimization.PortfolioConstraints;
import io.riskwatch.quant.optimization.RiskBudgeting;
import io.riskwatch.quant.risk.RiskContributions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/methods on portfolios, to the digits printed there. */
class OptimizationMethodsTest {
    private static final double[][] UNCORRELATED = {{0.04, 0}, {0, 0.09}};
    private static final double[] EXPECTED = {0.05, 0.08};
    private static final PortfolioConstraints LONG_ONLY = PortfolioConstraints.longOnly(2);
    private static final MeanVariance PROBLEM = MeanVariance.of(UNCORRELATED, LONG_ONLY);

    @Test
    void meanVariance() {
        double[] least = PROBLEM.minimumVariance();
        double[] best = PROBLEM.maximumSharpe(EXPECTED, 0.02);
        double[] six = PROBLEM.targetReturn(EXPECTED, 0.06);
        double excess = best[0] * EXPECTED[0] + best[1] * EXPECTED[1] - 0.02;
        MethodPage.of("mean-variance")
                .prints("69.23 %", least[0])
                .prints("30.77 %", least[1])
                .prints("16.64 %", Math.sqrt(PROBLEM.variance(least)))
                .prints("52.94 %", best[0])
                .prints("47.06 %", best[1])
                .prints("0.25", excess / Math.sqrt(PROBLEM.variance(best)))
                .prints("66.67 %", six[0])
                .prints("33.33 %", six[1]);
    }

    @Test
    void efficientFrontier() {
        CriticalLine line = CriticalLine.of(EXPECTED, UNCORRELATED, LONG_ONLY);
        double[] seven = line.targetReturn(EXPECTED, 0.07);
        double[] fifth = PROBLEM.targetRisk(EXPECTED, 0.2);
        List<FrontierPoint> frontier = PROBLEM.frontier(EXPECTED, 4);
        assertThat(line.turningPoints()).hasSize(2);
        assertThat(line.turningPoints().getFirst().weights()[1]).isEqualTo(1);
        MethodPage.of("efficient-frontier")
                .prints("3.0", line.turningPoints().getFirst().lambda())
                .prints("69.23 %", line.turningPoints().getLast().weights()[0])
                .prints("69.23 %", frontier.getFirst().weights()[0])
                .prints("33.33 %", seven[0])
                .prints("66.67 %", seven[1])
                .prints("21.08 %", Math.sqrt(PROBLEM.variance(seven)))
                .prints("38.46 %", fifth[0])
                .prints("61.54 %", fifth[1]);
    }

    @Test
    void constraints() {
        double[] capped = MeanVariance.of(UNCORRELATED, PortfolioConstraints.uniform(2, 0, 0.6))
                .minimumVariance();
        double[][] three = {{0.04, 0, 0}, {0, 0.04, 0}, {0, 0, 0.01}};
        int[] firstTwo = {0, 1};
        double[] grouped = MeanVariance.of(
                        three,
                        PortfolioConstraints.longOnly(3).with(LinearConstraint.group("shares", 3, firstTwo, 0.6, 1)))
                .minimumVariance();
        MeanVariance impossible = MeanVariance.of(
                three,
                PortfolioConstraints.uniform(3, 0, 0.5).with(LinearConstraint.group("tech", 3, firstTwo, 0, 0.3)));
        assertThatThrownBy(impossible::minimumVariance)
                .isInstanceOfSatisfying(
                        InfeasibleException.class, e -> assertThat(e.clashing()).hasSize(3))
                .hasMessageContaining("tech");
        MethodPage.of("constraints")
                .prints("69.23 %", PROBLEM.minimumVariance()[0])
                .prints("60.00 %", capped[0])
                .prints("40.00 %", capped[1])
                .prints("30.00 %", grouped[0])
                .prints("30.00 %", grouped[1])
                .prints("40.00 %", grouped[2]);
    }

    @Test
    void maximumDiversification() {
        double[] weights = PROBLEM.maximumDiversification();
        RiskContributions risk = RiskContributions.of(UNCORRELATED, weights);
        MethodPage.of("maximum-diversification")
                .prints("60.00 %", weights[0])
                .prints("40.00 %", weights[1])
                .prints("16.97 %", risk.volatility())
                .prints("1.414", risk.undiversified() / risk.volatility());
    }

    @Test
    void riskParity() {
        double[] equal = RiskBudgeting.equal(UNCORRELATED);
        double[] budgeted = RiskBudgeting.of(UNCORRELATED, new double[] {0.8, 0.2});
        MethodPage.of("risk-parity")
                .prints("60.00 %", equal[0])
                .prints("40.00 %", equal[1])
                .prints("50.00 %", RiskContributions.of(UNCORRELATED, equal).shares()[0])
                .prints("75.00 %", budgeted[0])
                .prints("25.00 %", budgeted[1]);
    }

    @Test
    void hierarchicalRiskParity() {
        HierarchicalRiskParity portfolio =
                HierarchicalRiskParity.of(new double[][] {{0.04, 0.02, 0}, {0.02, 0.04, 0}, {0, 0, 0.04}});
        assertThat(portfolio.order()).containsExactly(2, 0, 1);
        MethodPage.of("hierarchical-risk-parity")
                .prints("42.86 %", portfolio.weights()[2])
                .prints("28.57 %", portfolio.weights()[0])
                .prints("28.57 %", portfolio.weights()[1]);
    }

    @Test
    void blackLitterman() {
        BlackLitterman.Market market = new BlackLitterman.Market(UNCORRELATED, new double[] {0.6, 0.4}, 2.5, 0.05);
        double[][] first = {{1, 0}};
        double[] view = {0.08};
        BlackLitterman model = BlackLitterman.heLitterman(market, first, view);
        BlackLitterman unsure = BlackLitterman.withConfidence(market, first, view, new double[] {0.25});
        MethodPage.of("black-litterman")
                .prints("6.00 %", model.equilibriumReturns()[0])
                .prints("9.00 %", model.equilibriumReturns()[1])
                .prints("7.00 %", model.expectedReturns()[0])
                .prints("9.00 %", model.expectedReturns()[1])
                .prints("6.50 %", unsure.expectedReturns()[0])
                .prints("68.29 %", model.weights()[0])
                .prints("70.00 %", model.weightsOnPriorCovariance()[0])
                .prints("38.10 %", model.weights()[1])
                .prints("40.00 %", model.weightsOnPriorCovariance()[1]);
    }

    @Test
    void minimumShortfall() {
        double[][] scenarios = {{-0.10, 0.05}, {0.05, -0.10}, {0.05, 0.05}, {0.05, 0.05}};
        MinimumShortfall portfolio = MinimumShortfall.of(scenarios, 0.75, LONG_ONLY);
        MethodPage.of("minimum-shortfall")
                .prints("50.00 %", portfolio.weights()[0])
                .prints("50.00 %", portfolio.weights()[1])
                .prints("2.50 %", portfolio.expectedShortfall());
    }

    @Test
    void hierarchicalEqualRisk() {
        double[][] covariance = {{0.04, 0.02, 0.02, 0}, {0.02, 0.04, 0.02, 0}, {0.02, 0.02, 0.04, 0}, {0, 0, 0, 0.04}};
        double[] weights = HierarchicalEqualRisk.of(covariance, 2).weights();
        HierarchicalRiskParity halved = HierarchicalRiskParity.of(covariance);
        assertThat(halved.order()).containsExactly(3, 2, 0, 1);
        MethodPage.of("hierarchical-equal-risk")
                .prints("40.00 %", weights[3])
                .prints("20.00 %", weights[0])
                .prints("20.00 %", weights[1])
                .prints("20.00 %", weights[2])
                .prints("30.00 %", halved.weights()[3])
                .prints("30.00 %", halved.weights()[2]);
    }
}
