package io.riskwatch.portfolio.margin.grid;

import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.OptionTerms;
import io.riskwatch.portfolio.margin.RiskClass;
import io.riskwatch.quant.scenario.StressTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The requirement by risk: for each underlying the worst loss over ten equidistant moves of its price, stock and options on
 * it together, at least the minimum of its option contracts; the underlyings added up without offsets between them.
 *
 * <p>It is an alternative to the requirement by rates, for accounts of some size; 20,000 of one stock require 3,000 where the
 * rates ask for 5,000.
 *
 * <p>Source: FINRA Rule 4210(g), the theoretical intermarket margin system of the Options Clearing Corporation in outline.
 *
 * @param requirement in the account's currency, rounded up
 * @param groups by underlying
 * @param unpricedOptions options of which the underlying's price is not known: their whole value is in the requirement
 */
public record PortfolioMargin(BigDecimal requirement, List<Group> groups, List<String> unpricedOptions) {

    /** Of each contract on 100 shares, in dollars a share: $0.375 x 100. */
    static final BigDecimal LEAST_PER_SHARE = new BigDecimal("0.375");

    private static final int SAFE_DIGITS = 8;

    public PortfolioMargin {
        groups = List.copyOf(groups);
        unpricedOptions = List.copyOf(unpricedOptions);
    }

    /**
     * One underlying.
     *
     * @param worstMove the move of the ten that loses most, as a fraction
     * @param worstLoss what it loses, at least 0
     * @param minimum of its written and bought option contracts
     * @param requirement the larger of both
     */
    public record Group(
            String underlying,
            RiskClass riskClass,
            double worstMove,
            BigDecimal worstLoss,
            BigDecimal minimum,
            BigDecimal requirement) {}

    /**
     * Of the positions of an account.
     *
     * @param riskClasses by underlying
     * @param today from which the life of options is counted
     * @param rate continuously compounded, per year, at which options are revalued
     */
    public static PortfolioMargin of(
            List<MarginPosition> positions,
            Function<String, RiskClass> riskClasses,
            LocalDate today,
            double rate,
            int minorUnits) {
        var groups = new TreeMap<String, List<MarginPosition>>();
        var unpriced = new ArrayList<MarginPosition>();
        for (var position : positions) {
            var option = position.option();
            if (option != null && option.underlyingPrice() == null) {
                unpriced.add(position);
            } else {
                groups.computeIfAbsent(
                                option == null ? position.symbol() : option.underlying(), any -> new ArrayList<>())
                        .add(position);
            }
        }
        var judged = groups.entrySet().stream()
                .map(group -> group(
                        group.getKey(),
                        group.getValue(),
                        riskClasses.apply(group.getKey()),
                        new OptionRevaluation(today, rate),
                        minorUnits))
                .toList();
        var whole = unpriced.stream().map(position -> position.value().abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var requirement = judged.stream().map(Group::requirement).reduce(whole, BigDecimal::add);
        return new PortfolioMargin(
                requirement.setScale(minorUnits, RoundingMode.UP),
                judged,
                unpriced.stream().map(MarginPosition::symbol).toList());
    }

    private static Group group(
            String underlying,
            List<MarginPosition> positions,
            RiskClass riskClass,
            OptionRevaluation options,
            int minorUnits) {
        var worst = 0.0;
        var worstMove = 0.0;
        for (var move : riskClass.moves()) {
            var loss = loss(positions, move, options);
            if (loss > worst) {
                worst = loss;
                worstMove = move;
            }
        }
        var minimum = positions.stream().map(PortfolioMargin::minimum).reduce(BigDecimal.ZERO, BigDecimal::add);
        var money = money(worst, minorUnits);
        var least = minimum.setScale(minorUnits, RoundingMode.UP);
        return new Group(underlying, riskClass, worstMove, money, least, money.max(least));
    }

    /** What one move of the underlying loses, in money; negative for a gain. */
    static double loss(List<MarginPosition> positions, double move, OptionRevaluation options) {
        var values = new double[positions.size()];
        var returns = new double[positions.size()];
        for (var i = 0; i < values.length; i++) {
            var position = positions.get(i);
            values[i] = position.value().doubleValue();
            returns[i] = position.option() == null ? move : options.returnOf(position, move);
        }
        return StressTest.loss(values, returns);
    }

    private static BigDecimal minimum(MarginPosition position) {
        OptionTerms option = position.option();
        return option == null
                ? BigDecimal.ZERO
                : LEAST_PER_SHARE
                        .multiply(BigDecimal.valueOf(option.multiplier()))
                        .multiply(position.quantity().abs())
                        .multiply(position.dollar());
    }

    private static BigDecimal money(double amount, int minorUnits) {
        return BigDecimal.valueOf(amount)
                .setScale(Math.max(SAFE_DIGITS, minorUnits), RoundingMode.HALF_EVEN)
                .setScale(minorUnits, RoundingMode.UP);
    }

    /** The price of an option's underlying, which is known of every option in a group. */
    static double spot(OptionTerms option) {
        return Objects.requireNonNull(option.underlyingPrice()).doubleValue();
    }
}
