package io.riskwatch.analytics.backtest;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.analytics.report.Decimation;
import io.riskwatch.quant.backtest.AllocationBacktest;
import io.riskwatch.quant.backtest.TradingCosts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Today's weights bought at the start of the window: the rebalancing asked for, and the other four beside it. */
final class AllocationTrial {

    private static final int CHART_POINTS = 200;
    private static final int MOST_DRAWN = 20;
    private static final String FOREIGN_CASH = "CASH:";

    private AllocationTrial() {}

    static Tried run(Exposure exposure, BacktestParameters parameters, double value) {
        double[] target = target(exposure);
        double[][] returns = withCash(exposure.returns());
        List<Rebalancing> rules = List.of(Rebalancing.values());
        double[][] earned = new double[rules.size()][];
        AllocationBacktest chosen = null;
        for (Rebalancing rule : rules) {
            AllocationBacktest run = run(returns, target, rule, parameters, parameters.costRate());
            earned[rules.indexOf(rule)] = run.returns();
            chosen = rule == parameters.rebalancing() ? run : chosen;
        }
        if (chosen == null) {
            throw new IllegalStateException("every rule is run");
        }
        double[] turnover = chosen.turnover();
        Walk walk = Walk.of(returns, target, turnover);
        return new Tried(
                rules.stream().map(Rebalancing::name).toList(),
                earned,
                rules.indexOf(parameters.rebalancing()),
                run(returns, target, parameters.rebalancing(), parameters, 0).returns(),
                run(returns, target, Rebalancing.NONE, parameters, 0).returns(),
                0,
                turnover,
                walk.rebalancings(exposure, parameters, chosen, value),
                null,
                walk.drift(exposure),
                null,
                Map.of());
    }

    private static AllocationBacktest run(
            double[][] returns, double[] target, Rebalancing rule, BacktestParameters parameters, double costRate) {
        return AllocationBacktest.run(
                returns,
                new double[returns.length][target.length],
                target,
                new AllocationBacktest.Terms(
                        rule.rule(parameters.band()),
                        new TradingCosts(costRate, 0),
                        AllocationBacktest.Entry.AT_COST,
                        AllocationBacktest.DividendUse.REINVESTED));
    }

    /** Weights and cash last; loans are left out, so that the rest sums to 1. */
    private static double[] target(Exposure exposure) {
        double[] target = Arrays.copyOf(exposure.weights(), exposure.weights().length + 1);
        target[target.length - 1] = exposure.cashWeight();
        for (int i = 0; i < target.length; i++) {
            boolean money = i == target.length - 1 || exposure.symbols().get(i).startsWith(FOREIGN_CASH);
            if (target[i] < 0 && !money) {
                throw new BadInputException(
                        "holdings",
                        "A backtest carries an allocation out without short positions; "
                                + exposure.symbols().get(i) + " has a weight of " + target[i] + ".");
            }
            target[i] = Math.max(0, target[i]);
        }
        double sum = Arrays.stream(target).sum();
        return Arrays.stream(target).map(w -> w / sum).toArray();
    }

    /** Whether money is owed, which an allocation is carried out without. */
    static boolean leavesLoansOut(Exposure exposure) {
        return exposure.cashWeight() < -1e-9
                || IntStream.range(0, exposure.weights().length)
                        .anyMatch(i -> exposure.weights()[i] < 0
                                && exposure.symbols().get(i).startsWith(FOREIGN_CASH));
    }

    private static double[][] withCash(double[][] returns) {
        return Arrays.stream(returns)
                .map(row -> Arrays.copyOf(row, row.length + 1))
                .toArray(double[][]::new);
    }

    /** Where the weights drifted to: at the end of each day, and before each trade. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Walk(double[][] weights) {

        static Walk of(double[][] returns, double[] target, double[] turnover) {
            double[][] weights = new double[returns.length + 1][];
            weights[0] = target.clone();
            for (int t = 0; t < returns.length; t++) {
                double[] held = turnover[t] > 0 ? target : weights[t];
                double[] next = new double[target.length];
                double sum = 0;
                for (int i = 0; i < next.length; i++) {
                    next[i] = held[i] * (1 + returns[t][i]);
                    sum += next[i];
                }
                for (int i = 0; i < next.length && sum > 0; i++) {
                    next[i] /= sum;
                }
                weights[t + 1] = next;
            }
            return new Walk(weights);
        }

        List<BacktestResult.Rebalance> rebalancings(
                Exposure exposure, BacktestParameters parameters, AllocationBacktest run, double value) {
            double[] turnover = run.turnover();
            double[] earned = run.returns();
            List<LocalDate> dates = exposure.dates();
            List<BacktestResult.Rebalance> all = new ArrayList<>();
            double wealth = value;
            for (int t = 0; t < turnover.length; t++) {
                if (turnover[t] > 0) {
                    all.add(new BacktestResult.Rebalance(
                            dates.get(t),
                            turnover[t],
                            wealth * Math.min(1, turnover[t] * parameters.costRate()),
                            t == 0 ? 0 : widest(t)));
                }
                wealth *= 1 + earned[t];
            }
            return all;
        }

        private double widest(int day) {
            return IntStream.range(0, weights[0].length)
                    .mapToDouble(i -> Math.abs(weights[day][i] - weights[0][i]))
                    .max()
                    .orElse(0);
        }

        /** The weights of the largest holdings in time, few enough points for a chart. */
        BacktestResult.Drift drift(Exposure exposure) {
            int largest = Math.min(MOST_DRAWN, exposure.positions().size());
            int[] shown = IntStream.range(0, exposure.positions().size())
                    .boxed()
                    .sorted((a, b) -> Double.compare(weights[0][b], weights[0][a]))
                    .limit(largest)
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] first =
                    Arrays.stream(weights).mapToDouble(w -> w[shown[0]]).toArray();
            int[] kept = Decimation.keep(first, CHART_POINTS);
            List<LocalDate> dates = exposure.dates();
            return new BacktestResult.Drift(
                    IntStream.of(kept).mapToObj(dates::get).toList(),
                    IntStream.of(shown).mapToObj(exposure.symbols()::get).toList(),
                    IntStream.of(kept)
                            .mapToObj(t -> IntStream.of(shown)
                                    .mapToDouble(i -> weights[t][i])
                                    .toArray())
                            .toArray(double[][]::new));
        }
    }
}
