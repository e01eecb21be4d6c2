package io.riskwatch.quant.backtest;

import io.riskwatch.quant.UndefinedMeasureException;

/** Weights and cash of an allocation while it drifts; they sum to 1. */
final class Holdings {
    private final double[] weights;
    private final AllocationBacktest.DividendUse dividendUse;
    private double cash;

    Holdings(double[] target, AllocationBacktest.Entry entry, AllocationBacktest.DividendUse dividendUse) {
        boolean inCash = entry == AllocationBacktest.Entry.AT_COST;
        this.weights = inCash ? new double[target.length] : target.clone();
        this.cash = inCash ? 1 : 0;
        this.dividendUse = dividendUse;
    }

    /** Trades to the target and answers the turnover. */
    double bringTo(double[] target) {
        double turnover = AllocationBacktest.turnover(weights, target);
        System.arraycopy(target, 0, weights, 0, target.length);
        cash = 0;
        return turnover;
    }

    /** Lets the weights drift and answers the portfolio's return before costs. */
    double drift(double[] returns, double[] dividends) {
        boolean reinvest = dividendUse == AllocationBacktest.DividendUse.REINVESTED;
        double growth = 0;
        for (int i = 0; i < weights.length; i++) {
            double paid = weights[i] * dividends[i];
            weights[i] *= 1 + returns[i] + (reinvest ? dividends[i] : 0);
            cash += reinvest ? 0 : paid;
            growth += weights[i];
        }
        growth += cash;
        if (growth <= 0) {
            throw new UndefinedMeasureException("backtest has no value: every asset lost everything");
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= growth;
        }
        cash /= growth;
        return growth - 1;
    }

    /** Shared inside the package; not to be changed. */
    double[] weights() {
        return weights;
    }

    double cash() {
        return cash;
    }
}
