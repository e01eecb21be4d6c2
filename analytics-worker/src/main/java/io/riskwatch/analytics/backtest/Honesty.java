package io.riskwatch.analytics.backtest;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.backtest.WalkForward;
import io.riskwatch.quant.performance.OmegaRatio;
import io.riskwatch.quant.performance.SharpeRatio;
import io.riskwatch.quant.performance.SharpeSignificance;
import io.riskwatch.quant.stat.Moments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much of a result was luck: choosing without hindsight, and the best of many worthless tries. */
final class Honesty {

    /** From so many variants on, the best of them proves little by itself. */
    static final int MANY = 20;

    private Honesty() {}

    /**
     * Chooses the variant that was best in the past, again and again; absent where the window is too short or there is one variant.
     *
     * @param dates of the window, the day before the first return first
     */
    static BacktestResult.@Nullable WalkForwardFigures walkForward(
            Tried tried, BacktestParameters parameters, List<LocalDate> dates, Map<String, String> absent) {
        int days = tried.returns()[0].length;
        if (tried.returns().length < 2) {
            absent.put("walkForward", "There is one variant only: nothing to choose from.");
            return null;
        }
        if (days < parameters.train() + parameters.test()) {
            absent.put(
                    "walkForward",
                    "Choosing on " + parameters.train() + " days and earning on " + parameters.test()
                            + " needs more than " + days + " days.");
            return null;
        }
        List<WalkForward.Window> windows =
                WalkForward.windows(days, parameters.train(), parameters.test(), WalkForward.Training.ROLLING);
        WalkForward walk = WalkForward.run(
                transposed(tried.returns()), windows, returns -> Metrics.sharpe(returns, parameters.riskFree()));
        int from = windows.getFirst().trainTo();
        int to = windows.getLast().testTo();
        List<BacktestResult.Choice> choices = new ArrayList<>();
        for (int w = 0; w < windows.size(); w++) {
            choices.add(new BacktestResult.Choice(
                    dates.get(tried.first() + windows.get(w).trainTo()),
                    dates.get(tried.first() + windows.get(w).testTo()),
                    tried.names().get(walk.chosen().get(w))));
        }
        return new BacktestResult.WalkForwardFigures(
                parameters.train(),
                parameters.test(),
                Metrics.of(walk.returns(), parameters.riskFree()),
                Metrics.of(Arrays.copyOfRange(tried.chosenReturns(), from, to), parameters.riskFree()),
                choices);
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int t = 0; t < columns.length; t++) {
                columns[t][i] = rows[i][t];
            }
        }
        return columns;
    }

    /** The deflated Sharpe ratio when more than {@link #MANY} variants were tried. */
    static BacktestResult.@Nullable Deflated deflated(
            Tried tried, BacktestParameters parameters, Map<String, String> absent) {
        int own = tried.returns().length + tried.lost().size();
        int trials = Math.max(own, parameters.variantsTried());
        if (trials <= MANY) {
            absent.put("deflatedSharpe", trials + " variants were tried; it is worked out when more than 20 were.");
            return null;
        }
        double riskFree = OmegaRatio.perPeriod(parameters.riskFree(), TRADING_DAYS);
        try {
            SharpeSignificance significance = SharpeSignificance.of(tried.chosenReturns(), riskFree);
            double variance = own > MANY ? varianceOfRatios(tried, riskFree) : 1.0 / (significance.observations() - 1);
            return new BacktestResult.Deflated(
                    significance.deflated(trials, variance),
                    trials,
                    significance.sharpeRatio() * Math.sqrt(TRADING_DAYS),
                    SharpeSignificance.expectedBestOf(trials, variance) * Math.sqrt(TRADING_DAYS));
        } catch (UndefinedMeasureException e) {
            absent.put("deflatedSharpe", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static double varianceOfRatios(Tried tried, double riskFree) {
        return Moments.of(Arrays.stream(tried.returns())
                        .map(returns -> ratio(returns, riskFree))
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .variance();
    }

    private static @Nullable Double ratio(double[] returns, double riskFree) {
        try {
            return SharpeRatio.annualised(returns, riskFree, 1);
        } catch (UndefinedMeasureException e) {
            return null;
        }
    }
}
