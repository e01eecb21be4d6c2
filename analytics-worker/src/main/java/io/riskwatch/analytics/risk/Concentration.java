package io.riskwatch.analytics.risk;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.risk.RiskContributions;
import io.riskwatch.quant.stat.Covariance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the risk comes from: contributions to the annual volatility, and how the holdings move together.
 *
 * @param truncated whether the correlation shows only the largest holdings
 */
record Concentration(
        List<RiskResult.Contribution> contributions, RiskResult.Correlation correlation, boolean truncated) {

    /** A larger table nobody reads, and a document has a size limit. */
    private static final int MOST_CORRELATED = 100;

    static Concentration of(Exposure exposure, Map<String, String> absent) {
        double[][] covariance = Covariance.sample(exposure.returns());
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= TRADING_DAYS;
            }
        }
        int[] shown = shown(exposure, covariance);
        return new Concentration(
                contributions(exposure, covariance, absent),
                correlation(exposure, covariance, shown),
                exposure.positions().size() > MOST_CORRELATED);
    }

    private static List<RiskResult.Contribution> contributions(
            Exposure exposure, double[][] covariance, Map<String, String> absent) {
        try {
            RiskContributions risk = RiskContributions.of(covariance, exposure.weights());
            double[] marginal = risk.marginal();
            double[] components = risk.components();
            double[] shares = risk.shares();
            List<RiskResult.Contribution> contributions = new ArrayList<>();
            for (int i = 0; i < components.length; i++) {
                contributions.add(new RiskResult.Contribution(
                        exposure.positions().get(i).symbol(),
                        exposure.weights()[i],
                        marginal[i],
                        components[i],
                        shares[i]));
            }
            return contributions;
        } catch (UndefinedMeasureException e) {
            absent.put("contributions", String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    /** What varies, the largest weights where there are too many, in the order of the holdings. */
    private static int[] shown(Exposure exposure, double[][] covariance) {
        return IntStream.range(0, covariance.length)
                .filter(i -> covariance[i][i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(exposure.weights()[i])))
                .limit(MOST_CORRELATED)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static RiskResult.Correlation correlation(Exposure exposure, double[][] covariance, int[] shown) {
        double[][] among = new double[shown.length][shown.length];
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            symbols.add(exposure.positions().get(shown[i]).symbol());
            for (int j = 0; j < shown.length; j++) {
                among[i][j] = covariance[shown[i]][shown[j]];
            }
        }
        return new RiskResult.Correlation(symbols, shown.length == 0 ? among : Covariance.toCorrelation(among));
    }
}
