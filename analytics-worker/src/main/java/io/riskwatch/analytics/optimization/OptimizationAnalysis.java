package io.riskwatch.analytics.optimization;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.quant.risk.TailRisk;
import io.riskwatch.quant.series.Returns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kind {@code optimization}: better weights for what is held, the frontier with today on it, and the trades that lead there. */
@Component
class OptimizationAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;
    private static final int MOST_ASSETS = 500;
    private static final int MOST_ASSETS_WITH_WEIGHTS = 50;
    private static final double CONFIDENCE = 0.95;
    private static final int MONTH = 21;

    private final Exposures exposures;
    private final JsonMapper json;

    OptimizationAnalysis(Exposures exposures, JsonMapper json) {
        this.exposures = exposures;
        this.json = json;
    }

    @Override
    public String kind() {
        return "optimization";
    }

    @Override
    public ObjectNode run(AnalysisJob job, Run run) {
        OptimizationParameters parameters = OptimizationParameters.of(job.parameters(), job.data() != null);
        run.reached(5);
        Basis basis = Basis.of(job, exposures, parameters.common(), null, parameters.filled(json), json);
        Exposure exposure = basis.exposure();
        if (exposure.positions().size() > MOST_ASSETS) {
            throw new BadInputException(
                    "holdings",
                    "There are " + exposure.positions().size() + " holdings; at most " + MOST_ASSETS
                            + " are optimised together.");
        }
        run.reached(30);
        Estimates estimates = Estimates.of(exposure, parameters);
        Allocator allocator = Allocator.of(estimates, parameters, exposure.returns());
        double[] shares = allocator.weights();
        run.reached(60);
        Map<String, String> absent = new LinkedHashMap<>();
        List<OptimizationResult.Point> frontier = frontier(allocator, estimates, absent);
        run.reached(85);
        double[] target = estimates.ofValue(shares);
        TradeList trades = trades(exposure, target, basis, parameters, absent);
        RealisedGains gains = gains(job, basis, trades, absent);
        OptimizationResult.Standing today = standing(estimates, estimates.today(), basis, parameters);
        OptimizationResult.Standing wanted = standing(estimates, shares, basis, parameters);
        double turnover = Allocator.turnover(exposure.weights(), target);
        OptimizationResult result = new OptimizationResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                Told.assumptions(basis, parameters, allocator, estimates, gains),
                Told.sentences(basis, parameters, today, wanted, turnover, trades, gains),
                basis.inputs(),
                parameters.objective(),
                parameters.objective() == Objective.TARGET_RETURN ? (Double) allocator.targetReturn() : null,
                parameters.objective() == Objective.TARGET_RISK ? (Double) allocator.targetVolatility() : null,
                weights(exposure, target, trades, estimates.riskShares(shares)),
                exposure.cashWeight(),
                estimates.expectedReturn(shares),
                estimates.volatility(shares),
                turnover,
                today,
                wanted,
                trades == null ? null : standing(estimates, ofInvested(trades.weights(), estimates), basis, parameters),
                frontier,
                gains == null ? null : gains.trades(),
                trades == null ? null : (Double) trades.cost(),
                trades == null
                        ? null
                        : (Double) (exposure.cashWeight() * basis.value().amount() + trades.cashChange()),
                gains == null || gains.totals().isEmpty() ? null : gains.totals(),
                absent);
        return json.valueToTree(result);
    }

    private static double[] ofInvested(double[] weights, Estimates estimates) {
        return Arrays.stream(weights).map(w -> w / estimates.invested()).toArray();
    }

    private static List<OptimizationResult.Point> frontier(
            Allocator allocator, Estimates estimates, Map<String, String> absent) {
        List<OptimizationResult.Point> points = new ArrayList<>();
        try {
            allocator
                    .frontier()
                    .forEach(point -> points.add(new OptimizationResult.Point(
                            estimates.expectedReturn(point.weights()),
                            estimates.volatility(point.weights()),
                            estimates.assets() > MOST_ASSETS_WITH_WEIGHTS
                                    ? null
                                    : estimates.ofValue(point.weights()))));
        } catch (BadInputException e) {
            absent.put("frontier", String.valueOf(e.getMessage()));
        }
        return points;
    }

    private static @Nullable TradeList trades(
            Exposure exposure,
            double[] target,
            Basis basis,
            OptimizationParameters parameters,
            Map<String, String> absent) {
        if (basis.value().amount() == 1) {
            absent.put("trades", "Whole shares need a value in money; only shares of the whole are known.");
            return null;
        }
        return TradeList.of(exposure, target, basis.value().amount(), parameters);
    }

    private static @Nullable RealisedGains gains(
            AnalysisJob job, Basis basis, @Nullable TradeList trades, Map<String, String> absent) {
        if (trades == null) {
            return null;
        }
        RealisedGains gains = RealisedGains.of(job, basis, trades.trades());
        absent.putAll(gains.absent());
        return gains;
    }

    private static List<OptimizationResult.Weight> weights(
            Exposure exposure, double[] target, @Nullable TradeList trades, double[] riskShares) {
        List<OptimizationResult.Weight> weights = new ArrayList<>();
        for (int i = 0; i < target.length; i++) {
            weights.add(new OptimizationResult.Weight(
                    exposure.symbols().get(i),
                    exposure.weights()[i],
                    target[i],
                    trades == null ? null : (Double) trades.weights()[i],
                    riskShares[i]));
        }
        return weights;
    }

    private static OptimizationResult.Standing standing(
            Estimates estimates, double[] shares, Basis basis, OptimizationParameters parameters) {
        double[] returns = Returns.ofPortfolio(basis.exposure().returns(), estimates.ofValue(shares));
        TailRisk tail = TailRisk.historical(returns, CONFIDENCE, MONTH);
        double expected = estimates.expectedReturn(shares);
        double volatility = estimates.volatility(shares);
        double concentration = Arrays.stream(shares).map(v -> v * v).sum();
        double value = basis.value().amount();
        return new OptimizationResult.Standing(
                expected,
                volatility,
                volatility > 0 ? (Double) ((expected - parameters.riskFree()) / volatility) : null,
                tail.valueAtRisk(),
                tail.expectedShortfall(),
                tail.valueAtRisk() * value,
                tail.expectedShortfall() * value,
                1 / concentration);
    }
}
