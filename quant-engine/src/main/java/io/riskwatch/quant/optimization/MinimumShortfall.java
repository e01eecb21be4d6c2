package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.risk.ExpectedShortfall;
import io.riskwatch.quant.series.Returns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of least expected shortfall over given scenarios (minimum CVaR), as a linear program.
 *
 * <p>Minimises a + 1 / ((1 - c) T) sum of u_t with u_t at least 0 and at least -r_t'w - a, over w within the constraints; the
 * minimum is the historical expected shortfall of the answer ({@code risk.ExpectedShortfall.historical}), so the optimiser
 * and the report agree. Solved by an interior point to a duality gap of 1e-6 of the largest return at worst, usually below 1e-9; cost O(T n^2) per
 * iteration, 20 to 60 iterations.
 *
 * <p>Source: R. T. Rockafellar and S. Uryasev, "Optimization of conditional value-at-risk" (2000).
 */
public final class MinimumShortfall {
    private final double[] weights;
    private final double expectedShortfall;
    private final double valueAtRisk;

    private MinimumShortfall(double[] weights, double expectedShortfall, double valueAtRisk) {
        this.weights = weights;
        this.expectedShortfall = expectedShortfall;
        this.valueAtRisk = valueAtRisk;
    }

    /**
     * Without a target return.
     *
     * @param scenarios simple returns, {@code double[scenarios][assets]}
     * @param confidence c in (0, 1)
     */
    public static MinimumShortfall of(double[][] scenarios, double confidence, PortfolioConstraints constraints) {
        return solve(scenarios, confidence, constraints, List.of());
    }

    /** Among the weights whose expected return is exactly the target. */
    public static MinimumShortfall of(
            double[][] scenarios,
            double confidence,
            PortfolioConstraints constraints,
            double[] expectedReturns,
            double target) {
        Arguments.sameLength("expectedReturns", expectedReturns.length, "assets", constraints.assets());
        return solve(
                scenarios,
                confidence,
                constraints,
                List.of(LinearConstraint.equal("expected return", expectedReturns, target)));
    }

    private static MinimumShortfall solve(
            double[][] scenarios, double confidence, PortfolioConstraints constraints, List<LinearConstraint> more) {
        Arguments.matrix("scenarios", scenarios, 2);
        Arguments.confidence(confidence);
        Arguments.sameLength("scenarios[0]", scenarios[0].length, "assets", constraints.assets());
        if (constraints.limitsHeld()) {
            throw new IllegalArgumentException(
                    "minimum shortfall takes no limit on the number of assets held, was at most "
                            + constraints.mostHeld());
        }
        List<LinearConstraint> all = new ArrayList<>(constraints.all());
        all.addAll(more);
        double[][] identity = new double[constraints.assets()][constraints.assets()];
        for (int i = 0; i < identity.length; i++) {
            identity[i][i] = 1;
        }
        // any admissible weights: names the clash if there is none, and starts the interior point
        double[] start = PortfolioProgram.minimise(identity, new double[identity.length], more, constraints);
        ShortfallInteriorPoint method = constraints
                .turnover()
                .map(limit -> limited(scenarios, confidence, all, start, limit))
                .orElseGet(() -> new ShortfallInteriorPoint(scenarios, confidence, all, start));
        double[] weights = Arrays.copyOf(method.run(), start.length);
        double shortfall = ExpectedShortfall.historical(Returns.ofPortfolio(scenarios, weights), confidence);
        return new MinimumShortfall(weights, shortfall, method.threshold());
    }

    /** The same program with a variable for the size of each trade, which earns nothing in any scenario. */
    private static ShortfallInteriorPoint limited(
            double[][] scenarios, double confidence, List<LinearConstraint> all, double[] start, TurnoverLimit limit) {
        double[][] widened = new double[scenarios.length][];
        for (int t = 0; t < widened.length; t++) {
            widened[t] = Arrays.copyOf(scenarios[t], 2 * start.length);
        }
        return new ShortfallInteriorPoint(widened, confidence, limit.rules(all), limit.withTrades(start));
    }

    /** One per asset, summing to 1. */
    public double[] weights() {
        return weights.clone();
    }

    /** The least expected shortfall, a fraction, positive for a loss. */
    public double expectedShortfall() {
        return expectedShortfall;
    }

    /** The value at risk that belongs to it (the minimiser a), to the precision of the gap. */
    public double valueAtRisk() {
        return valueAtRisk;
    }
}
