package io.riskwatch.analytics.backtest;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.ResultArray;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.analytics.report.Decimation;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.performance.ActiveReturn;
import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.performance.MarketModel;
import io.riskwatch.quant.performance.OmegaRatio;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kind {@code backtest}: what a strategy would have earned in the window, after costs. */
@Component
class BacktestAnalysis implements Analysis {

    private static final int SCHEMA_VERSION = 1;
    private static final int CHART_POINTS = 500;
    private static final int MOST_TRADES = 500;
    private static final int YEAR = TRADING_DAYS;

    private final Exposures exposures;
    private final JsonMapper json;

    BacktestAnalysis(Exposures exposures, JsonMapper json) {
        this.exposures = exposures;
        this.json = json;
    }

    @Override
    public String kind() {
        return "backtest";
    }

    @Override
    public ObjectNode run(AnalysisJob job, Run run) {
        BacktestParameters parameters = BacktestParameters.of(job.parameters());
        run.reached(5);
        Basis basis =
                Basis.of(job, exposures, parameters.common(), parameters.benchmark(), parameters.filled(json), json);
        run.reached(40);
        double value = basis.value().amount();
        Tried tried = switch (parameters.strategy()) {
            case ALLOCATION -> AllocationTrial.run(basis.exposure(), parameters, value);
            case MOVING_AVERAGE_CROSS -> RuleTrial.run(basis.exposure(), basis.returns(), parameters, value, run);
        };
        run.reached(75);
        Map<String, String> absent = new LinkedHashMap<>();
        tried.lost().forEach((name, why) -> absent.put("variants." + name, why));
        List<LocalDate> dates = basis.exposure().dates();
        double[] returns = tried.chosenReturns();
        keep(tried, dates, value, run);
        Metrics metrics = Metrics.of(returns, parameters.riskFree());
        Metrics free = Metrics.of(tried.beforeCosts(), parameters.riskFree());
        double turnover = Arrays.stream(tried.turnover()).sum();
        List<Object> trades = new ArrayList<>(Objects.requireNonNullElse(tried.rebalancings(), List.of()));
        trades.addAll(Objects.requireNonNullElse(tried.trades(), List.of()));
        Metrics held = Metrics.of(tried.held(), parameters.riskFree());
        BacktestResult.Costs costs = new BacktestResult.Costs(
                parameters.costRate(), costs(tried, parameters, value), free.cagr() - metrics.cagr());
        BacktestResult.WalkForwardFigures walk = Honesty.walkForward(tried, parameters, dates, absent);
        BacktestResult.Deflated deflated = Honesty.deflated(tried, parameters, absent);
        BacktestResult result = new BacktestResult(
                SCHEMA_VERSION,
                kind(),
                basis.provenance(),
                Told.assumptions(basis, parameters, tried),
                Told.sentences(basis, parameters, tried, metrics, held, costs, walk, deflated),
                basis.inputs(),
                parameters.strategy(),
                tried.chosenName(),
                tried.names().size() + tried.lost().size(),
                dates.get(tried.first()),
                equity(tried, basis, dates),
                metrics,
                held,
                beside(tried, basis, parameters, absent),
                new BacktestResult.Turnover(turnover, turnover * TRADING_DAYS / returns.length),
                costs,
                variants(tried, parameters),
                CalendarYears.of(
                        dates.subList(tried.first(), dates.size()), returns, tried.held(), benchmark(tried, basis)),
                rolling(returns, absent),
                trades.subList(Math.max(0, trades.size() - MOST_TRADES), trades.size()),
                trades.size(),
                tried.timeInvested(),
                tried.drift(),
                walk,
                deflated,
                absent);
        run.reached(95);
        return json.valueToTree(result);
    }

    /** What fee and slippage took in money: turnover times rate times the value it was traded at. */
    private static double costs(Tried tried, BacktestParameters parameters, double value) {
        double wealth = value;
        double sum = 0;
        for (int t = 0; t < tried.turnover().length; t++) {
            sum += wealth * Math.min(1, tried.turnover()[t] * parameters.costRate());
            wealth *= 1 + tried.chosenReturns()[t];
        }
        return sum;
    }

    private static BacktestResult.Equity equity(Tried tried, Basis basis, List<LocalDate> dates) {
        double value = basis.value().amount();
        double[] drawdown = Drawdowns.ofReturns(tried.chosenReturns()).series();
        int[] kept = Decimation.keep(drawdown, CHART_POINTS);
        double[] benchmark = benchmark(tried, basis);
        return new BacktestResult.Equity(
                IntStream.of(kept).mapToObj(t -> dates.get(tried.first() + t)).toList(),
                at(tried.chosenReturns(), kept, value),
                IntStream.of(kept).mapToDouble(t -> drawdown[t]).toArray(),
                at(tried.held(), kept, value),
                benchmark == null ? null : at(benchmark, kept, value));
    }

    /** Every day of what the chart shows a part of. */
    private static void keep(Tried tried, List<LocalDate> dates, double value, Run run) {
        double[] wealth = Returns.wealth(tried.chosenReturns());
        run.keep(ResultArray.ofDates(
                "The day the strategy began and the day each return ends on",
                dates.subList(tried.first(), tried.first() + wealth.length)));
        run.keep(ResultArray.of(
                "returns", "Simple return of each day but the first of dates, after costs", tried.chosenReturns()));
        run.keep(ResultArray.of(
                "equity",
                "Value at each of dates in the base currency",
                DoubleStream.of(wealth).map(of -> value * of).toArray()));
    }

    private static double[] at(double[] returns, int[] kept, double value) {
        double[] wealth = Returns.wealth(returns);
        return IntStream.of(kept).mapToDouble(t -> value * wealth[t]).toArray();
    }

    private static double @Nullable [] benchmark(Tried tried, Basis basis) {
        double[] all = basis.exposure().benchmark();
        return all == null ? null : Arrays.copyOfRange(all, tried.first(), all.length);
    }

    private static BacktestResult.@Nullable Beside beside(
            Tried tried, Basis basis, BacktestParameters parameters, Map<String, String> absent) {
        double[] benchmark = benchmark(tried, basis);
        if (benchmark == null || parameters.benchmark() == null) {
            absent.put("benchmark", "no benchmark was named");
            return null;
        }
        double[] returns = tried.chosenReturns();
        ActiveReturn active = ActiveReturn.of(returns, benchmark);
        Double information = null;
        try {
            information = active.informationRatio(TRADING_DAYS);
        } catch (UndefinedMeasureException e) {
            absent.put("benchmark.informationRatio", String.valueOf(e.getMessage()));
        }
        MarketModel model = null;
        try {
            model = MarketModel.of(returns, benchmark, OmegaRatio.perPeriod(parameters.riskFree(), TRADING_DAYS));
        } catch (UndefinedMeasureException e) {
            absent.put("benchmark.beta", String.valueOf(e.getMessage()));
        }
        return new BacktestResult.Beside(
                parameters.benchmark(),
                Metrics.of(benchmark, parameters.riskFree()),
                active.annualised(TRADING_DAYS),
                active.trackingError(TRADING_DAYS),
                information,
                model == null ? null : (Double) model.beta(),
                model == null ? null : (Double) model.annualAlpha(TRADING_DAYS));
    }

    private static List<BacktestResult.Variant> variants(Tried tried, BacktestParameters parameters) {
        return IntStream.range(0, tried.names().size())
                .mapToObj(v -> {
                    Metrics metrics = Metrics.of(tried.returns()[v], parameters.riskFree());
                    return new BacktestResult.Variant(tried.names().get(v), metrics.totalReturn(), metrics.sharpe());
                })
                .toList();
    }

    private static BacktestResult.@Nullable Rolling rolling(double[] returns, Map<String, String> absent) {
        if (returns.length < YEAR) {
            absent.put("rolling", "The window holds less than a year of 252 days.");
            return null;
        }
        double[] wealth = Returns.wealth(returns);
        double[] years = IntStream.range(0, wealth.length - YEAR)
                .mapToDouble(t -> wealth[t + YEAR] / wealth[t] - 1)
                .sorted()
                .toArray();
        return new BacktestResult.Rolling(
                YEAR,
                years[0],
                Quantile.ofSorted(years, 0.5, QuantileType.TYPE_7),
                years[years.length - 1],
                (double) Arrays.stream(years).filter(r -> r < 0).count() / years.length);
    }
}
