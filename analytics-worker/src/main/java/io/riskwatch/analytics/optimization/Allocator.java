package io.riskwatch.analytics.optimization;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.optimization.BlackLitterman;
import io.riskwatch.quant.optimization.FrontierPoint;
import io.riskwatch.quant.optimization.HierarchicalRiskParity;
import io.riskwatch.quant.optimization.InfeasibleException;
import io.riskwatch.quant.optimization.MeanVariance;
import io.riskwatch.quant.optimization.MinimumShortfall;
import io.riskwatch.quant.optimization.PortfolioConstraints;
import io.riskwatch.quant.optimization.RiskBudgeting;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Finds the weights; everything here is a share of what is invested. */
final class Allocator {

    /** The volatility at the top of the market-risk class that a tolerance of 1 to 5 allows (classes 2, 3, 4, 5 and 7). */
    private static final double[] TOLERATED = {0.05, 0.12, 0.20, 0.30, 0.80};

    private final Estimates estimates;
    private final OptimizationParameters parameters;
    private final PortfolioConstraints constraints;
    private final double[][] scenarios;
    private boolean targetOutOfReach;

    private Allocator(
            Estimates estimates,
            OptimizationParameters parameters,
            PortfolioConstraints constraints,
            double[][] scenarios) {
        this.estimates = estimates;
        this.parameters = parameters;
        this.constraints = constraints;
        this.scenarios = scenarios;
    }

    static Allocator of(Estimates estimates, OptimizationParameters parameters, double[][] scenarios) {
        Objective objective = parameters.objective();
        if (objective.hasItsOwnWeights() && !parameters.limits().areDefault()) {
            throw new BadInputException(
                    "parameters.constraints",
                    objective + " has weights of its own that no limit can bend; ask for another objective, or without"
                            + " limits.");
        }
        PortfolioConstraints constraints = guarded(
                estimates,
                () -> parameters.limits().constraints(estimates.symbols(), estimates.today(), estimates.fixed()));
        return new Allocator(estimates, parameters, constraints, scenarios);
    }

    double[] weights() {
        return guarded(estimates, () -> switch (parameters.objective()) {
            case MIN_VARIANCE -> meanVariance().minimumVariance();
            case MAX_SHARPE -> meanVariance().maximumSharpe(estimates.expectedReturns(), parameters.riskFree());
            case TARGET_RETURN ->
                meanVariance().targetReturn(estimates.expectedReturns(), targetReturn() / estimates.invested());
            case TARGET_RISK -> targetRisk();
            case RISK_PARITY -> unconstrained(RiskBudgeting::equal);
            case HRP ->
                unconstrained(
                        covariance -> HierarchicalRiskParity.of(covariance).weights());
            case BLACK_LITTERMAN -> blackLitterman();
            case MIN_CVAR ->
                MinimumShortfall.of(scenarios, parameters.confidence(), constraints)
                        .weights();
            case MAX_DIVERSIFICATION -> meanVariance().maximumDiversification();
        });
    }

    /** Least volatility at evenly spaced expected returns, within the limits; empty where it has no value. */
    List<FrontierPoint> frontier() {
        return guarded(
                estimates, () -> meanVariance().frontier(estimates.expectedReturns(), parameters.frontierPoints()));
    }

    /** Annual, of the whole value. */
    double targetReturn() {
        return Objects.requireNonNullElseGet(
                parameters.targetReturn(), () -> estimates.expectedReturn(estimates.today()));
    }

    /** Annual, of the whole value. */
    double targetVolatility() {
        if (parameters.targetVolatility() != null) {
            return parameters.targetVolatility();
        }
        Integer tolerance = parameters.riskTolerance();
        return tolerance == null ? estimates.volatility(estimates.today()) : TOLERATED[tolerance - 1];
    }

    /** Whether no weights have so little risk as was to be had by default, so that the least was taken. */
    boolean targetOutOfReach() {
        return targetOutOfReach;
    }

    private MeanVariance meanVariance() {
        return MeanVariance.of(estimates.covariance(), constraints);
    }

    private double[] targetRisk() {
        MeanVariance markowitz = meanVariance();
        double[] least = markowitz.minimumVariance();
        double target = targetVolatility();
        double reachable = estimates.volatility(least);
        if (reachable > target) {
            if (parameters.targetVolatility() != null) {
                throw new BadInputException(
                        "parameters.targetVolatility",
                        String.format(
                                Locale.ENGLISH,
                                "Within the limits no weights have a volatility of %.2f %% or less; the least is %.2f"
                                        + " %%.",
                                100 * target,
                                100 * reachable));
            }
            targetOutOfReach = true;
            return least;
        }
        return target > 0 ? markowitz.targetRisk(estimates.expectedReturns(), target / estimates.invested()) : least;
    }

    private double[] blackLitterman() {
        double[] mean;
        double[][] covariance;
        if (parameters.views().isEmpty()) {
            covariance = estimates.covariance();
            mean = new double[estimates.assets()];
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    mean[i] += parameters.riskAversion()
                            * covariance[i][j]
                            * estimates.today()[j];
                }
            }
        } else {
            BlackLitterman believed = believed();
            mean = believed.expectedReturns();
            covariance = believed.posteriorCovariance();
        }
        return MeanVariance.of(covariance, constraints).trading(mean, 1 / parameters.riskAversion());
    }

    private BlackLitterman believed() {
        List<OptimizationParameters.View> views = parameters.views();
        double[][] picks = new double[views.size()][estimates.assets()];
        double[] returns = new double[views.size()];
        double[] confidences = new double[views.size()];
        for (int k = 0; k < picks.length; k++) {
            OptimizationParameters.View view = views.get(k);
            spread(view.symbols(), 1, picks[k], "parameters.views[" + k + "].symbols");
            spread(view.over(), -1, picks[k], "parameters.views[" + k + "].over");
            returns[k] = view.annualReturn() - (view.over().isEmpty() ? parameters.riskFree() : 0);
            confidences[k] = view.confidence();
        }
        return BlackLitterman.withConfidence(
                new BlackLitterman.Market(
                        estimates.covariance(), estimates.today(), parameters.riskAversion(), parameters.tau()),
                picks,
                returns,
                confidences);
    }

    private void spread(List<String> symbols, int sign, double[] pick, String field) {
        for (String symbol : symbols) {
            pick[Limits.indexOf(symbol, estimates.symbols(), field)] += (double) sign / symbols.size();
        }
    }

    /** Over the investments alone; cash in foreign currencies stays. */
    private double[] unconstrained(java.util.function.Function<double[][], double[]> rule) {
        int[] free = IntStream.range(0, estimates.assets())
                .filter(i -> !estimates.fixed()[i])
                .toArray();
        double[][] covariance = new double[free.length][free.length];
        double[] weights = estimates.today().clone();
        double share = 0;
        for (int a = 0; a < free.length; a++) {
            share += estimates.today()[free[a]];
            for (int b = 0; b < free.length; b++) {
                covariance[a][b] = estimates.covariance()[free[a]][free[b]];
            }
        }
        double[] found = free.length == 1 ? new double[] {1} : rule.apply(covariance);
        for (int a = 0; a < free.length; a++) {
            weights[free[a]] = share * found[a];
        }
        return weights;
    }

    private static <T> T guarded(Estimates estimates, Supplier<T> work) {
        try {
            return work.get();
        } catch (InfeasibleException e) {
            throw Limits.refusal(e, estimates.symbols());
        } catch (UndefinedMeasureException e) {
            throw new BadInputException("parameters.objective", "There is no such portfolio: " + e.getMessage() + ".");
        } catch (NumericalFailureException e) {
            throw new BadInputException("holdings", "The weights could not be found: " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new BadInputException("parameters.objective", text(e) + ".");
        }
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }

    /** Bought and sold together. */
    static double turnover(double[] from, double[] to) {
        return IntStream.range(0, from.length)
                .mapToDouble(i -> Math.abs(from[i] - to[i]))
                .sum();
    }
}
