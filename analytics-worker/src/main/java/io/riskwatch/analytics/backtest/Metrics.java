package io.riskwatch.analytics.backtest;

import static io.riskwatch.quant.performance.Annualisation.TRADING_DAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.performance.AnnualReturn;
import io.riskwatch.quant.performance.CalmarRatio;
import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.performance.OmegaRatio;
import io.riskwatch.quant.performance.SharpeRatio;
import io.riskwatch.quant.performance.SortinoRatio;
import io.riskwatch.quant.performance.Volatility;
import io.riskwatch.quant.series.Returns;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** How daily returns did; a ratio is missing where nothing varied or nothing fell. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Metrics(
        double totalReturn,
        double cagr,
        double annualReturn,
        double annualVolatility,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        @Nullable Double calmar,
        double maxDrawdown,
        double ulcerIndex,
        double bestDay,
        double worstDay) {

    static Metrics of(double[] returns, double riskFreeAnnual) {
        double riskFree = OmegaRatio.perPeriod(riskFreeAnnual, TRADING_DAYS);
        Drawdowns drawdowns = Drawdowns.ofReturns(returns);
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        for (double r : returns) {
            best = Math.max(best, r);
            worst = Math.min(worst, r);
        }
        return new Metrics(
                Returns.compounded(returns),
                AnnualReturn.compound(returns, TRADING_DAYS),
                AnnualReturn.arithmetic(returns, TRADING_DAYS),
                Volatility.annualised(returns, TRADING_DAYS),
                figure(() -> SharpeRatio.annualised(returns, riskFree, TRADING_DAYS)),
                figure(() -> SortinoRatio.annualised(returns, 0, TRADING_DAYS)),
                figure(() -> CalmarRatio.of(returns, TRADING_DAYS)),
                drawdowns.maximum(),
                drawdowns.ulcerIndex(),
                best,
                worst);
    }

    /** The annual Sharpe ratio, 0 for returns that do not vary: the measure choices are made by. */
    static double sharpe(double[] returns, double riskFreeAnnual) {
        Double ratio = figure(() ->
                SharpeRatio.annualised(returns, OmegaRatio.perPeriod(riskFreeAnnual, TRADING_DAYS), TRADING_DAYS));
        return ratio == null ? 0 : ratio;
    }

    private static @Nullable Double figure(DoubleSupplier measure) {
        try {
            return measure.getAsDouble();
        } catch (UndefinedMeasureException e) {
            return null;
        }
    }
}
