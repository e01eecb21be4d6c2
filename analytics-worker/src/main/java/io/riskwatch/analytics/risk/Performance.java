package io.riskwatch.analytics.risk;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import io.riskwatch.analytics.analysis.ResultArray;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.analytics.report.Decimation;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.performance.AnnualReturn;
import io.riskwatch.quant.performance.CalmarRatio;
import io.riskwatch.quant.performance.Drawdown;
import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.performance.MarketModel;
import io.riskwatch.quant.performance.OmegaRatio;
import io.riskwatch.quant.performance.SharpeRatio;
import io.riskwatch.quant.performance.SortinoRatio;
import io.riskwatch.quant.performance.Volatility;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Moments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** How the portfolio did in the window, and the falls it went through. */
final class Performance {

    private static final int SPELLS = 10;

    private final RiskResult.PerformanceFigures figures;
    private final List<LocalDate> dates;
    private final double[] wealth;
    private final Drawdowns drawdowns;

    private Performance(
            RiskResult.PerformanceFigures figures, List<LocalDate> dates, double[] wealth, Drawdowns drawdowns) {
        this.figures = figures;
        this.dates = dates;
        this.wealth = wealth;
        this.drawdowns = drawdowns;
    }

    static Performance of(double[] returns, Exposure exposure, RiskParameters parameters, Map<String, String> absent) {
        double riskFree = OmegaRatio.perPeriod(parameters.riskFree(), TRADING_DAYS);
        Drawdowns drawdowns = Drawdowns.ofReturns(returns);
        Moments moments = Moments.of(returns);
        MarketModel model = model(returns, exposure.benchmark(), riskFree, absent);
        var figures = new RiskResult.PerformanceFigures(
                AnnualReturn.arithmetic(returns, TRADING_DAYS),
                AnnualReturn.compound(returns, TRADING_DAYS),
                Volatility.annualised(returns, TRADING_DAYS),
                figure("sharpe", absent, () -> SharpeRatio.annualised(returns, riskFree, TRADING_DAYS)),
                figure("sortino", absent, () -> SortinoRatio.annualised(returns, 0, TRADING_DAYS)),
                figure("calmar", absent, () -> CalmarRatio.of(returns, TRADING_DAYS)),
                figure("omega", absent, () -> OmegaRatio.of(returns, riskFree)),
                drawdowns.maximum(),
                drawdowns.current(),
                drawdowns.ulcerIndex(),
                figure("skewness", absent, moments::skewness),
                figure("excessKurtosis", absent, moments::excessKurtosis),
                model == null ? null : (Double) model.beta(),
                model == null ? null : (Double) model.annualAlpha(TRADING_DAYS),
                model == null ? null : (Double) model.correlation());
        return new Performance(figures, exposure.dates(), Returns.wealth(returns), drawdowns);
    }

    private static @Nullable MarketModel model(
            double[] returns, double @Nullable [] benchmark, double riskFree, Map<String, String> absent) {
        if (benchmark == null) {
            String reason = "no benchmark was named";
            absent.put("beta", reason);
            absent.put("alpha", reason);
            absent.put("benchmarkCorrelation", reason);
            return null;
        }
        try {
            return MarketModel.of(returns, benchmark, riskFree);
        } catch (UndefinedMeasureException e) {
            String reason = String.valueOf(e.getMessage());
            absent.put("beta", reason);
            absent.put("alpha", reason);
            absent.put("benchmarkCorrelation", reason);
            return null;
        }
    }

    private static @Nullable Double figure(String name, Map<String, String> absent, DoubleSupplier measure) {
        try {
            return measure.getAsDouble();
        } catch (UndefinedMeasureException e) {
            absent.put(name, String.valueOf(e.getMessage()));
            return null;
        }
    }

    RiskResult.PerformanceFigures figures() {
        return figures;
    }

    /** Every day of what the chart shows a part of. */
    void keep(double[] returns, Run run) {
        run.keep(ResultArray.ofDates("The first day and the day each return ends on", dates));
        run.keep(ResultArray.of(
                "returns", "Simple return of each day but the first of dates, with today's weights", returns));
        run.keep(ResultArray.of("wealth", "What 1 became by each of dates", wealth));
        run.keep(ResultArray.of(
                "drawdown", "Below the highest wealth so far, at each of dates, negative", drawdowns.series()));
    }

    /** The deepest falls, deepest first. */
    List<RiskResult.DrawdownSpell> spells() {
        List<RiskResult.DrawdownSpell> spells = new ArrayList<>();
        for (Drawdown spell : drawdowns.worst(SPELLS)) {
            int end = spell.recovery().orElse(dates.size() - 1);
            spells.add(new RiskResult.DrawdownSpell(
                    dates.get(spell.peak()),
                    dates.get(spell.trough()),
                    spell.recovery().isPresent() ? dates.get(spell.recovery().getAsInt()) : null,
                    spell.depth(),
                    end - spell.peak()));
        }
        return spells;
    }

    /** Few enough points for a chart, with the worst drawdown among them. */
    RiskResult.Series chart(int points) {
        double[] series = drawdowns.series();
        int[] kept = Decimation.keep(series, points);
        double[] keptWealth = new double[kept.length];
        double[] keptDrawdown = new double[kept.length];
        List<LocalDate> keptDates = new ArrayList<>(kept.length);
        for (int i = 0; i < kept.length; i++) {
            keptWealth[i] = wealth[kept[i]];
            keptDrawdown[i] = series[kept[i]];
            keptDates.add(dates.get(kept[i]));
        }
        return new RiskResult.Series(keptDates, keptWealth, keptDrawdown);
    }
}
