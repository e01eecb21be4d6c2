package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.valuation.UnitSeries;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.performance.ActiveReturn;
import io.riskwatch.quant.performance.Annualisation;
import io.riskwatch.quant.performance.MarketModel;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How a portfolio moved with its benchmark, on simple returns between the days on which both had a price; a day that one
 * of them lacks is left out of both. Per year by 252 trading days; the riskless return counts as 0.
 *
 * @param observations pairs of returns
 * @param alpha arithmetic, per year
 * @param informationRatio absent for a perfect tracker
 * @param upCapture absent when the benchmark never rose
 * @param downCapture absent when it never fell
 */
record Comparison(
        int observations,
        double beta,
        double alpha,
        double correlation,
        double activeReturn,
        double trackingError,
        Optional<Double> informationRatio,
        Optional<Double> upCapture,
        Optional<Double> downCapture) {

    /** With fewer pairs chance decides. */
    static final int LEAST_OBSERVATIONS = 60;

    /**
     * The comparison.
     *
     * @param growth of the portfolio by day
     * @param common ascending days on which both had a price
     */
    static Figure<Comparison> of(double[] growth, int[] common, UnitSeries units) {
        var pairs = Math.max(0, common.length - 1);
        if (pairs < LEAST_OBSERVATIONS) {
            return Figure.refused("Beta and tracking error need %d common trading days, there are %d."
                    .formatted(LEAST_OBSERVATIONS, pairs));
        }
        var portfolio = new double[pairs];
        var benchmark = new double[pairs];
        for (var i = 0; i < pairs; i++) {
            if (growth[common[i]] == 0) {
                return Figure.refused("Everything was lost on the way: there is nothing to compare.");
            }
            portfolio[i] = growth[common[i + 1]] / growth[common[i]] - 1;
            benchmark[i] = units.value(common[i + 1]) / units.value(common[i]) - 1;
        }
        return Figure.measured(() -> of(portfolio, benchmark));
    }

    private static Comparison of(double[] portfolio, double[] benchmark) {
        var model = MarketModel.of(portfolio, benchmark, 0);
        var active = ActiveReturn.of(portfolio, benchmark);
        var year = Annualisation.TRADING_DAYS;
        return new Comparison(
                portfolio.length,
                model.beta(),
                model.annualAlpha(year),
                model.correlation(),
                active.annualised(year),
                active.trackingError(year),
                defined(() -> active.informationRatio(year)),
                defined(() -> active.capture(ActiveReturn.Market.UP)),
                defined(() -> active.capture(ActiveReturn.Market.DOWN)));
    }

    private static Optional<Double> defined(DoubleSupplier measure) {
        try {
            return Optional.of(measure.getAsDouble());
        } catch (UndefinedMeasureException e) {
            return Optional.empty(); // the measure says of itself when it may be absent
        }
    }
}
