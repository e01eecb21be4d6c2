package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.quant.scenario.StressTest;
import io.riskwatch.quant.stat.Covariance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What would lose a given part of the value: the likeliest way, and the fall of equities that would do it. */
final class ReverseStress {

    private static final int MONTH = 21;

    private ReverseStress() {}

    static StressResult.Reverse of(
            List<Stressed> holdings, Exposure exposure, double loss, double value, Map<String, String> absent) {
        double[] weights = exposure.weights();
        double[][] covariance = Covariance.sample(exposure.returns());
        double variance = variance(covariance, weights);
        if (!(variance > 0)) {
            throw new BadInputException("holdings", "Nothing held varies in the window: no move could lose anything.");
        }
        double[] shocks = StressTest.reverse(covariance, weights, loss);
        List<StressResult.HoldingLoss> losses = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            double part = -weights[i] * shocks[i];
            losses.add(new StressResult.HoldingLoss(
                    holdings.get(i).symbol(), shocks[i], part, part * value, StressResult.Source.OWN_HISTORY, null));
        }
        return new StressResult.Reverse(
                new StressResult.Loss(loss, loss * value),
                equityMove(holdings, exposure, loss, absent),
                losses.stream()
                        .max(Comparator.comparingDouble(StressResult.HoldingLoss::loss))
                        .orElseThrow()
                        .symbol(),
                loss / Math.sqrt(MONTH * variance),
                Scenarios.listed(losses));
    }

    private static double variance(double[][] covariance, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                sum += weights[i] * weights[j] * covariance[i][j];
            }
        }
        return sum;
    }

    /** The value moves by its beta to the equities held; their fall is the loss over that beta. */
    private static @Nullable Double equityMove(
            List<Stressed> holdings, Exposure exposure, double loss, Map<String, String> absent) {
        double[] weights = exposure.weights();
        int[] equities = IntStream.range(0, weights.length)
                .filter(i -> holdings.get(i).assetClass() == StressClass.EQUITY && weights[i] > 0)
                .toArray();
        double held = IntStream.of(equities).mapToDouble(i -> weights[i]).sum();
        if (held == 0) {
            absent.put("reverse.equityMove", "No equities are held.");
            return null;
        }
        double[] equity = new double[exposure.observations()];
        double[] whole = new double[exposure.observations()];
        for (int t = 0; t < equity.length; t++) {
            for (int i : equities) {
                equity[t] += weights[i] / held * exposure.returns()[t][i];
            }
            for (int i = 0; i < weights.length; i++) {
                whole[t] += weights[i] * exposure.returns()[t][i];
            }
        }
        double variance = Covariance.between(equity, equity);
        double beta = variance > 0 ? Covariance.between(whole, equity) / variance : 0;
        if (!(beta > 0) || loss / beta > 1) {
            absent.put(
                    "reverse.equityMove",
                    "Even a total loss of the equities would not lose so much: the value moves by " + beta
                            + " times theirs.");
            return null;
        }
        return -loss / beta;
    }
}
