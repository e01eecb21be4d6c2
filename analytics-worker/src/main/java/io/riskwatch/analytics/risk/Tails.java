package io.riskwatch.analytics.risk;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.risk.CornishFisher;
import io.riskwatch.quant.risk.EstimationError;
import io.riskwatch.quant.risk.EwmaVolatility;
import io.riskwatch.quant.risk.ExpectedShortfall;
import io.riskwatch.quant.risk.FilteredHistorical;
import io.riskwatch.quant.risk.Garch;
import io.riskwatch.quant.risk.HorizonModel;
import io.riskwatch.quant.risk.MeanAssumption;
import io.riskwatch.quant.risk.MonteCarloRisk;
import io.riskwatch.quant.risk.RiskFlag;
import io.riskwatch.quant.risk.TailRisk;
import io.riskwatch.quant.risk.ValueAtRisk;
import io.riskwatch.quant.stat.Moments;
import io.riskwatch.quant.stat.QuantileType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tails of one portfolio's daily returns by every method. What several figures share, a fit or the simulated outcomes of a
 * horizon, is made once; a simulation depends on the seed and the horizon alone.
 */
final class Tails {

    private static final double COVERAGE = 0.95;
    private static final String SCALED = "SCALED";

    private final double[] returns;
    private final RiskParameters parameters;
    private final long seed;
    private final Map<Integer, double[]> garchPaths = new HashMap<>();
    private final Map<Integer, double[]> filteredPaths = new HashMap<>();
    private final Map<Integer, double[]> normalPaths = new HashMap<>();
    private @Nullable Garch fitted;

    Tails(double[] returns, RiskParameters parameters, long seed) {
        this.returns = returns;
        this.parameters = parameters;
        this.seed = seed;
    }

    /**
     * A loss that is exceeded in one case out of many, and the mean of those cases; fractions of the value, positive for a loss.
     *
     * @param standardError one standard deviation of the value at risk's estimate, where it is known
     */
    record Tail(
            double valueAtRisk,
            double expectedShortfall,
            @Nullable Double standardError,
            List<String> flags) {}

    Tail historical(double confidence, int days) {
        TailRisk tail = TailRisk.historical(returns, confidence, days, quantileType());
        double error = EstimationError.historicalValueAtRisk(returns, confidence, COVERAGE)
                .standardError();
        return scaled(tail.valueAtRisk(), tail.expectedShortfall(), error * Math.sqrt(days), days);
    }

    Tail normal(double confidence, int days) {
        TailRisk tail = TailRisk.normal(returns, confidence, days, parameters.mean());
        double error = EstimationError.normalValueAtRisk(returns, confidence, parameters.mean(), COVERAGE)
                .standardError();
        return scaled(tail.valueAtRisk(), tail.expectedShortfall(), error * Math.sqrt(days), days);
    }

    Tail cornishFisher(double confidence, int days) {
        CornishFisher expansion = CornishFisher.of(returns, parameters.mean());
        double root = Math.sqrt(days);
        Tail tail = scaled(
                expansion.valueAtRisk(confidence) * root, expansion.expectedShortfall(confidence) * root, null, days);
        List<String> flags = new ArrayList<>(tail.flags());
        expansion.flags().stream().map(RiskFlag::name).forEach(flags::add);
        return new Tail(tail.valueAtRisk(), tail.expectedShortfall(), null, List.copyOf(flags));
    }

    Tail ewma(double confidence, int days) {
        double volatility = EwmaVolatility.of(returns, EwmaVolatility.DAILY_LAMBDA);
        return scaled(
                ValueAtRisk.normal(0, volatility, confidence, days),
                ExpectedShortfall.normal(0, volatility, confidence, days),
                null,
                days);
    }

    Tail garch(double confidence, int days) {
        double next = fitted().variances(returns)[returns.length];
        Garch model = meanAsAsked(fitted());
        if (days == 1) {
            double volatility = Math.sqrt(next);
            return new Tail(
                    ValueAtRisk.normal(model.mean(), volatility, confidence, 1),
                    ExpectedShortfall.normal(model.mean(), volatility, confidence, 1),
                    null,
                    List.of());
        }
        return simulated(
                garchPaths.computeIfAbsent(
                        days,
                        h -> MonteCarloRisk.scenarios(HorizonModel.garch(model, next), h, parameters.paths(), seed)),
                confidence);
    }

    Tail filteredHistorical(double confidence, int days) {
        Garch model = fitted();
        if (days == 1) {
            return outcomes(FilteredHistorical.scenarios(model, returns), confidence);
        }
        return simulated(
                filteredPaths.computeIfAbsent(
                        days, h -> FilteredHistorical.scenarios(model, returns, h, parameters.paths(), seed)),
                confidence);
    }

    Tail monteCarlo(double confidence, int days) {
        Moments moments = Moments.of(returns);
        if (!moments.varies()) {
            throw new UndefinedMeasureException("Monte Carlo has no value: the returns never vary");
        }
        double mean = parameters.mean() == MeanAssumption.SAMPLE ? moments.mean() : 0;
        HorizonModel model = HorizonModel.normal(mean, moments.standardDeviation());
        return simulated(
                normalPaths.computeIfAbsent(days, h -> MonteCarloRisk.scenarios(model, h, parameters.paths(), seed)),
                confidence);
    }

    private Tail simulated(double[] outcomes, double confidence) {
        if (!(outcomes.length * (1 - confidence) > MonteCarloRisk.LEAST_TAIL_PATHS - 1e-6)) {
            throw new UndefinedMeasureException(
                    outcomes.length + " simulated paths leave fewer than " + MonteCarloRisk.LEAST_TAIL_PATHS
                            + " beyond a confidence of " + confidence + ": ask for more paths");
        }
        return outcomes(outcomes, confidence);
    }

    private Tail outcomes(double[] outcomes, double confidence) {
        return new Tail(
                ValueAtRisk.historical(outcomes, confidence, quantileType()),
                ExpectedShortfall.historical(outcomes, confidence),
                known(EstimationError.historicalValueAtRisk(outcomes, confidence, COVERAGE)
                        .standardError()),
                List.of());
    }

    private static Tail scaled(double valueAtRisk, double expectedShortfall, @Nullable Double standardError, int days) {
        return new Tail(
                valueAtRisk,
                expectedShortfall,
                standardError == null ? null : known(standardError),
                days == 1 ? List.of() : List.of(SCALED));
    }

    /** Where many outcomes are the same the density, and with it the error, is not known. */
    private static @Nullable Double known(double standardError) {
        return Double.isFinite(standardError) ? (Double) standardError : null;
    }

    private Garch fitted() {
        if (returns.length < Garch.LEAST_OBSERVATIONS) {
            throw new UndefinedMeasureException("GARCH needs at least " + Garch.LEAST_OBSERVATIONS
                    + " daily returns, the window has " + returns.length);
        }
        Garch model = fitted == null ? Garch.fit(returns) : fitted;
        fitted = model;
        return model;
    }

    private Garch meanAsAsked(Garch model) {
        return parameters.mean() == MeanAssumption.SAMPLE
                ? model
                : new Garch(0, model.omega(), model.alpha(), model.beta());
    }

    private QuantileType quantileType() {
        return QuantileType.valueOf("TYPE_" + parameters.quantileType());
    }
}
