package io.riskwatch.analytics.risk;

import io.riskwatch.quant.risk.TailRisk;
import io.riskwatch.quant.stat.QuantileType;

/** How a loss is estimated. */
enum RiskMethod {
    /** By what the holdings did in the window. */
    HISTORICAL {
        @Override
        TailRisk measure(double[] returns, double confidence, int horizonDays, RiskParameters parameters) {
            return TailRisk.historical(
                    returns, confidence, horizonDays, QuantileType.valueOf("TYPE_" + parameters.quantileType()));
        }
    },
    /** By the normal distribution with the window's volatility. */
    NORMAL {
        @Override
        TailRisk measure(double[] returns, double confidence, int horizonDays, RiskParameters parameters) {
            return TailRisk.normal(returns, confidence, horizonDays, parameters.mean());
        }
    };

    abstract TailRisk measure(double[] returns, double confidence, int horizonDays, RiskParameters parameters);
}
