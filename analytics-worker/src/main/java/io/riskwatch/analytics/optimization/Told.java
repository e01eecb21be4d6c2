package io.riskwatch.analytics.optimization;

import io.riskwatch.analytics.report.Basis;
import io.riskwatch.analytics.report.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures in plain words, and what was taken for granted. */
final class Told {

    private static final double HARDLY = 0.005;

    private Told() {}

    static List<String> sentences(
            Basis basis,
            OptimizationParameters parameters,
            OptimizationResult.Standing today,
            OptimizationResult.Standing target,
            double turnover,
            @Nullable TradeList trades,
            @Nullable RealisedGains gains) {
        List<String> all = new ArrayList<>();
        if (basis.exposure().simulated()) {
            all.add(Words.SIMULATED);
        }
        if (turnover < HARDLY) {
            all.add("What you hold is already, or nearly, "
                    + parameters.objective().words() + ".");
        } else {
            all.add("For " + parameters.objective().words() + ", "
                    + Words.percent(turnover / 2) + " of the value would be moved: the volatility goes from "
                    + Words.percent(today.volatility()) + " to " + Words.percent(target.volatility()) + " a year.");
        }
        all.add("In 1 month out of 20 expect to lose " + basis.words().amount(target.valueAtRisk())
                + " or more instead of " + basis.words().amount(today.valueAtRisk()) + "; in such a month "
                + basis.words().amount(target.expectedShortfall()) + " on average (not a worst case).");
        all.add("By the figures assumed the value would grow by " + Words.percent(target.expectedReturn())
                + " a year on average instead of " + Words.percent(today.expectedReturn())
                + "; such averages are very uncertain.");
        if (trades != null) {
            double value = basis.value().amount();
            all.add(
                    trades.trades().isEmpty()
                            ? "No whole share has to be traded."
                            : trades.trades().size() + (trades.trades().size() == 1 ? " trade" : " trades")
                                    + " in whole shares lead there and cost about "
                                    + basis.words().money(trades.cost() / value) + ".");
        }
        if (gains != null) {
            all.addAll(ToldGains.sentences(gains, basis.words()));
        }
        return all;
    }

    static List<String> assumptions(
            Basis basis,
            OptimizationParameters parameters,
            Allocator allocator,
            Estimates estimates,
            @Nullable RealisedGains gains) {
        List<String> all = basis.assumptions();
        all.add(
                parameters.expectedReturns().isEmpty()
                        ? "Expected returns are the window's means times 252; they are the weakest part of any"
                                + " optimisation."
                        : "Expected returns are yours for "
                                + String.join(", ", parameters.expectedReturns().keySet())
                                + ", else the window's means times 252.");
        all.add(
                switch (parameters.covariance()) {
                    case SAMPLE -> "Covariance divides by n - 1 and is annualised by 252 trading days.";
                    case LEDOIT_WOLF ->
                        "Covariance is shrunk by Ledoit and Wolf's method and annualised by 252 trading days.";
                });
        all.add(objective(parameters, allocator));
        if (basis.exposure().cashWeight() != 0 || estimates.invested() != 1) {
            all.add("Cash and loans stay as they are; limits are shares of what is invested.");
        }
        all.add("A trade costs " + Words.percent(parameters.costRate()) + " of its amount"
                + (parameters.costPerTrade() > 0
                        ? " and " + parameters.costPerTrade() + " "
                                + basis.value().currency()
                        : "")
                + ", at the window's last close; taxes are not counted. Purchases are paid by sales.");
        if (gains != null) {
            all.addAll(ToldGains.assumptions(gains, basis.exposure().lastDay()));
        }
        if (basis.exposure().simulated()) {
            all.add("Prices are simulated: the exchange and its companies are fictional.");
        }
        return all;
    }

    private static String objective(OptimizationParameters parameters, Allocator allocator) {
        return switch (parameters.objective()) {
            case MIN_VARIANCE -> "The weights minimise the variance within the limits.";
            case MAX_SHARPE ->
                "The weights maximise expected return beyond " + Words.percent(parameters.riskFree())
                        + " a year per unit of volatility.";
            case TARGET_RETURN ->
                "The weights minimise the variance at an expected return of "
                        + Words.percent(allocator.targetReturn())
                        + (parameters.targetReturn() == null ? " (today's)." : " (as asked).");
            case TARGET_RISK -> risk(parameters, allocator);
            case RISK_PARITY -> "The weights make every holding cause the same part of the volatility.";
            case HRP -> "The weights are those of hierarchical risk parity with single linkage (Lopez de Prado).";
            case BLACK_LITTERMAN ->
                parameters.views().isEmpty()
                        ? "Without views today's weights are taken to be right, and the limits alone change them."
                        : "The expected returns that today's weights imply (risk aversion " + parameters.riskAversion()
                                + ") are bent by your views (tau " + parameters.tau() + ", Idzorek's confidences).";
            case MIN_CVAR ->
                "The weights minimise the mean loss of the worst " + Words.percent(1 - parameters.confidence())
                        + " of the window's days.";
            case MAX_DIVERSIFICATION -> "The weights maximise the ratio of the average volatility to the portfolio's.";
        };
    }

    private static String risk(OptimizationParameters parameters, Allocator allocator) {
        String volatility = Words.percent(allocator.targetVolatility());
        if (allocator.targetOutOfReach()) {
            return "No weights have a volatility as low as " + volatility
                    + ", which your risk tolerance stands for; those of the least volatility were taken.";
        }
        String why = " (today's).";
        if (parameters.targetVolatility() != null) {
            why = " (as asked).";
        } else if (parameters.riskTolerance() != null) {
            why = " (risk tolerance " + parameters.riskTolerance() + " of 5).";
        }
        return "The weights maximise the expected return at a volatility of at most " + volatility + why;
    }
}
