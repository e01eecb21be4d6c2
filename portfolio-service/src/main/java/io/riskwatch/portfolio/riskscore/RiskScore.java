package io.riskwatch.portfolio.riskscore;

import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.stat.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How risky a mix is, 1 (calm) to 7 (wild): the market risk class, one more for concentration and one more for leverage, at
 * most 7. Today's weights are applied to every past day.
 *
 * @param components what the score is made of; their points add up to {@code beforeCap}
 * @param volatility the VaR-equivalent volatility per year, as a decimal
 * @param monthlyLoss the loss of 21 trading days that one month in twenty exceeds, as a fraction of equity, positive
 * @param monthlyShortfall the mean of the losses beyond it
 * @param maximumDrawdown the deepest fall from a peak over the window, as a positive fraction
 */
public record RiskScore(
        int score,
        int beforeCap,
        List<Component> components,
        double volatility,
        double monthlyLoss,
        double monthlyShortfall,
        double maximumDrawdown) {

    /** Fewer daily observations than this tell nothing. */
    public static final int LEAST_OBSERVATIONS = 60;

    static final double CONCENTRATION = 0.25;
    static final double LEVERAGE = 1.5;
    private static final int HIGHEST = 7;
    private static final int MONTH = 21;
    private static final double TAIL = 0.05;

    public RiskScore {
        components = List.copyOf(components);
    }

    /** One part of the score. */
    public record Component(Part part, int points, double measured, String explanation) {}

    /** What a score is made of. */
    public enum Part {
        /** The class of the VaR-equivalent volatility. */
        MARKET_RISK,
        /** One point when few positions carry the portfolio. */
        CONCENTRATION,
        /** One point when much is borrowed. */
        LEVERAGE
    }

    /** The score of a mix; empty when fewer than sixty days are known, or nothing is held of own money. */
    public static Optional<RiskScore> of(Exposure exposure, ReturnHistory history) {
        if (history.observations() < LEAST_OBSERVATIONS || exposure.equity() <= 0) {
            return Optional.empty();
        }
        var returns = history.mix(weights(exposure, history));
        if (Arrays.stream(returns).anyMatch(value -> value <= -1)) {
            return Optional.empty(); // a day that would have cost more than everything has no logarithm
        }
        var volatility = MarketRisk.equivalentVolatility(returns);
        var components = new ArrayList<Component>();
        components.add(market(volatility));
        components.add(concentration(exposure.concentration()));
        components.add(leverage(exposure.leverage()));
        var sum = components.stream().mapToInt(Component::points).sum();
        var months = months(returns);
        var quantile = months.length == 0 ? 0 : -Quantile.of(months, TAIL);
        return Optional.of(new RiskScore(
                Math.min(sum, HIGHEST),
                sum,
                components,
                volatility,
                Math.max(0, quantile),
                Math.max(0, shortfall(months, quantile)),
                Math.abs(Drawdowns.ofReturns(returns).maximum())));
    }

    /** Each position's share of equity, negative of a short one; what has no history is spread over what has, so that nothing is taken for safe. */
    private static Map<String, Double> weights(Exposure exposure, ReturnHistory history) {
        var covered = exposure.values().entrySet().stream()
                .filter(position -> history.symbols().contains(position.getKey()))
                .mapToDouble(position -> Math.abs(position.getValue()))
                .sum();
        var weights = new HashMap<String, Double>();
        if (covered > 0) {
            var stretch = exposure.gross() / covered;
            exposure.values().forEach((symbol, value) -> weights.put(symbol, value * stretch / exposure.equity()));
        }
        return weights;
    }

    private static Component market(double volatility) {
        var riskClass = MarketRisk.riskClass(volatility);
        return new Component(
                Part.MARKET_RISK,
                riskClass,
                volatility,
                "Prices moved like %.1f %% a year: market risk class %d of 7.".formatted(volatility * 100, riskClass));
    }

    private static Component concentration(double index) {
        var points = index > CONCENTRATION ? 1 : 0;
        var effective = index > 0 ? 1 / index : 0;
        return new Component(
                Part.CONCENTRATION,
                points,
                index,
                "The positions spread risk like %.1f equal ones%s."
                        .formatted(effective, points == 1 ? ", which is fewer than four: one point more" : ""));
    }

    private static Component leverage(double leverage) {
        var points = leverage > LEVERAGE ? 1 : 0;
        return new Component(
                Part.LEVERAGE,
                points,
                leverage,
                "Positions are %.2f times your own money%s."
                        .formatted(leverage, points == 1 ? ", more than 1.5 times: one point more" : ""));
    }

    /** Returns over overlapping months. */
    private static double[] months(double[] returns) {
        var count = Math.max(0, returns.length - MONTH + 1);
        var months = new double[count];
        for (var i = 0; i < count; i++) {
            var growth = 1.0;
            for (var day = i; day < i + MONTH; day++) {
                growth *= 1 + returns[day];
            }
            months[i] = growth - 1;
        }
        return months;
    }

    private static double shortfall(double[] months, double loss) {
        return -Arrays.stream(months).filter(month -> -month >= loss).average().orElse(-loss);
    }
}
