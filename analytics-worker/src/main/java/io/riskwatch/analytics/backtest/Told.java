package io.riskwatch.analytics.backtest;

import io.riskwatch.analytics.report.Basis;
import io.riskwatch.analytics.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures in plain words, and what was taken for granted. */
final class Told {

    private Told() {}

    static List<String> sentences(
            Basis basis,
            BacktestParameters parameters,
            Tried tried,
            Metrics metrics,
            Metrics held,
            BacktestResult.Costs costs,
            BacktestResult.@Nullable WalkForwardFigures walk,
            BacktestResult.@Nullable Deflated deflated) {
        Words words = basis.words();
        double value = basis.value().amount();
        List<String> all = new ArrayList<>();
        if (basis.exposure().simulated()) {
            all.add(Words.SIMULATED);
        }
        all.add(words.money(1) + " would have become " + words.money(1 + metrics.totalReturn()) + " from "
                + basis.exposure().dates().get(tried.first()) + " to "
                + basis.exposure().lastDay() + ": " + Words.percent(metrics.cagr()) + " a year, after costs.");
        all.add("The deepest fall on the way would have been " + Words.percent(-metrics.maxDrawdown()) + ".");
        all.add("Fees and slippage of " + words.money(costs.amount() / value) + " took "
                + String.format(Locale.ENGLISH, "%.2f %%", 100 * costs.drag()) + " off the growth of each year.");
        if (parameters.strategy() == Strategy.MOVING_AVERAGE_CROSS || parameters.rebalancing() != Rebalancing.NONE) {
            all.add("Bought once and held without costs it would have been " + Words.percent(held.cagr())
                    + " a year, with a deepest fall of " + Words.percent(-held.maxDrawdown()) + ".");
        }
        if (walk != null && parameters.strategy() == Strategy.MOVING_AVERAGE_CROSS) {
            all.add("Choosing the variant without hindsight, on the past alone, would have earned "
                    + Words.percent(walk.metrics().cagr()) + " a year; the variant shown earned "
                    + Words.percent(walk.withHindsight().cagr()) + " in the same time.");
        }
        if (deflated != null) {
            all.add("Warning: " + deflated.trials()
                    + " variants were tried. The best of so many worthless ones would show"
                    + String.format(
                            Locale.ENGLISH,
                            " a Sharpe ratio of about %.2f by luck alone; this one shows %.2f, and is better than luck"
                                    + " with a probability of %.0f %% (deflated Sharpe ratio).",
                            deflated.expectedBest(),
                            deflated.sharpe(),
                            100 * deflated.probability()));
        }
        return all;
    }

    static List<String> assumptions(Basis basis, BacktestParameters parameters, Tried tried) {
        List<String> all = new ArrayList<>();
        switch (parameters.strategy()) {
            case ALLOCATION -> {
                all.add("Today's weights are bought at the close of the window's first day, drift with the prices and"
                        + " are brought back " + parameters.rebalancing().words()
                        + (parameters.rebalancing() == Rebalancing.BAND
                                ? " (" + Words.percent(parameters.band()) + " of the value)"
                                : "")
                        + ". They are known today only: that one holds them is itself hindsight.");
                if (AllocationTrial.leavesLoansOut(basis.exposure())) {
                    all.add("The money owed is left out: what is held is bought with own money, in its proportions.");
                }
                all.add("The variants beside it are the other ways of rebalancing.");
            }
            case MOVING_AVERAGE_CROSS -> {
                all.add("The rule holds "
                        + (parameters.symbol() == null
                                ? "all of today's holdings at today's weights, brought back daily,"
                                : parameters.symbol())
                        + " from the crossing of the fast average above the slow one to the next below it, and "
                        + (parameters.below() == io.riskwatch.quant.backtest.Position.SHORT
                                ? "sells it short"
                                : "holds cash")
                        + " below. It decides on a close and trades at the next day's close.");
                all.add("Every variant is judged from the day the slowest average is known, "
                        + basis.exposure().dates().get(tried.first()) + "; the one with the greatest Sharpe ratio is"
                        + " shown.");
            }
        }
        all.add("Each trade costs a fee of " + percent(parameters.costs().commissionRate()) + " and slippage of "
                + percent(parameters.costs().slippageRate())
                + " of its amount, the first purchase too. Cash earns nothing;"
                + " taxes are not counted; dividends count as far as the prices include them.");
        all.addAll(basis.windowAssumptions());
        if (parameters.variantsTried() > 0) {
            all.add("You said that " + parameters.variantsTried() + " variants were tried before.");
        }
        if (basis.exposure().simulated()) {
            all.add("Prices are simulated: the exchange and its companies are fictional.");
        }
        return all;
    }

    private static String percent(double rate) {
        return String.format(Locale.ENGLISH, "%.2f %%", 100 * rate);
    }
}
