package io.riskwatch.analytics.backtest;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.backtest.MovingAverageCross;
import io.riskwatch.quant.backtest.PriceBars;
import io.riskwatch.quant.backtest.RuleBacktest;
import io.riskwatch.quant.backtest.Trade;
import io.riskwatch.quant.backtest.TradingCosts;
import io.riskwatch.quant.series.Returns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moving-average crosses on one holding, or on the value of all: decided on a close, filled at the next day's close, since a
 * history of closes has no opens.
 *
 * <p>All variants are judged from the day the slowest average is known, so that none has a head start.
 */
final class RuleTrial {

    private static final int FEWEST_DAYS = 60;

    private RuleTrial() {}

    static Tried run(Exposure exposure, double[] portfolio, BacktestParameters parameters, double value, Run run) {
        double[] closes = closes(exposure, portfolio, parameters.symbol());
        int slowest = parameters.slow().getLast();
        int first = slowest - 1;
        if (closes.length - 1 - first < FEWEST_DAYS) {
            throw new BadInputException(
                    "parameters.slow",
                    "An average over " + slowest + " days leaves "
                            + Math.max(0, closes.length - 1 - first) + " of the window's "
                            + (closes.length - 1) + " days to judge the rule; at least " + FEWEST_DAYS
                            + " are needed.");
        }
        List<MovingAverageCross> rules = rules(parameters);
        List<String> names = new ArrayList<>();
        List<RuleBacktest> runs = new ArrayList<>();
        Map<String, String> lost = new LinkedHashMap<>();
        for (MovingAverageCross rule : rules) {
            String name = rule.fast() + "/" + rule.slow();
            try {
                runs.add(backtest(closes, rule, value, parameters.costs()));
                names.add(name);
            } catch (UndefinedMeasureException e) {
                lost.put(name, String.valueOf(e.getMessage()));
            }
            run.reached(40 + 30 * (names.size() + lost.size()) / rules.size());
        }
        if (runs.isEmpty()) {
            throw new BadInputException("parameters.below", "Every variant ended in ruin: " + lost + ".");
        }
        double[][] returns =
                runs.stream().map(one -> from(one.returns(), first)).toArray(double[][]::new);
        int best = best(returns, parameters.riskFree());
        RuleBacktest chosen = runs.get(best);
        MovingAverageCross rule = rules.stream()
                .filter(r -> (r.fast() + "/" + r.slow()).equals(names.get(best)))
                .findFirst()
                .orElseThrow();
        return new Tried(
                names,
                returns,
                best,
                from(backtest(closes, rule, value, TradingCosts.NONE).returns(), first),
                from(Returns.simple(closes), first),
                first,
                from(turnover(chosen, closes), first),
                null,
                trades(chosen, exposure.dates()),
                null,
                chosen.exposure(),
                lost);
    }

    private static RuleBacktest backtest(double[] closes, MovingAverageCross rule, double value, TradingCosts costs) {
        return RuleBacktest.run(PriceBars.of(closes, closes), rule, RuleBacktest.Settings.of(value, costs));
    }

    private static double[] closes(Exposure exposure, double[] portfolio, @Nullable String symbol) {
        if (symbol == null) {
            return Returns.wealth(portfolio);
        }
        int column = exposure.symbols().indexOf(symbol);
        if (column < 0) {
            throw new BadInputException("parameters.symbol", symbol + " is not among the holdings.");
        }
        return Returns.wealth(Arrays.stream(exposure.returns())
                .mapToDouble(row -> row[column])
                .toArray());
    }

    private static List<MovingAverageCross> rules(BacktestParameters parameters) {
        List<MovingAverageCross> rules = new ArrayList<>();
        for (int fast : parameters.fast()) {
            for (int slow : parameters.slow()) {
                if (slow > fast) {
                    rules.add(new MovingAverageCross(fast, slow, parameters.below()));
                }
            }
        }
        return rules;
    }

    private static int best(double[][] returns, double riskFree) {
        int best = 0;
        for (int v = 1; v < returns.length; v++) {
            if (Metrics.sharpe(returns[v], riskFree) > Metrics.sharpe(returns[best], riskFree)) {
                best = v;
            }
        }
        return best;
    }

    private static double[] from(double[] values, int first) {
        return Arrays.copyOfRange(values, first, values.length);
    }

    /** What was bought and sold on each day over the equity of the day before. */
    private static double[] turnover(RuleBacktest run, double[] closes) {
        double[] turnover = new double[closes.length - 1];
        for (Trade trade : run.trades()) {
            add(turnover, run, trade.entryBar(), trade.units() * trade.entryPrice());
            add(turnover, run, trade.exitBar(), trade.units() * trade.exitPrice());
        }
        run.openPosition().ifPresent(open -> add(turnover, run, open.entryBar(), open.units() * open.entryPrice()));
        return turnover;
    }

    private static void add(double[] turnover, RuleBacktest run, int bar, double amount) {
        turnover[bar - 1] += Math.abs(amount) / run.equity()[bar - 1];
    }

    private static List<BacktestResult.RuleTrade> trades(RuleBacktest run, List<LocalDate> dates) {
        List<BacktestResult.RuleTrade> trades = new ArrayList<>();
        for (Trade trade : run.trades()) {
            trades.add(new BacktestResult.RuleTrade(
                    trade.units() > 0 ? "LONG" : "SHORT",
                    dates.get(trade.entryBar()),
                    dates.get(trade.exitBar()),
                    trade.profit(),
                    trade.returnOnEntry(),
                    trade.commission()));
        }
        run.openPosition()
                .ifPresent(open -> trades.add(new BacktestResult.RuleTrade(
                        open.units() > 0 ? "LONG" : "SHORT",
                        dates.get(open.entryBar()),
                        null,
                        open.unrealised(),
                        open.unrealised() / Math.abs(open.units() * open.entryPrice()),
                        null)));
        return trades;
    }
}
