package io.riskwatch.portfolio.alert.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conditions and crossings in plain English. */
public final class Sentences {

    private static final int PERCENT_DIGITS = 2;
    private static final int PRICE_DIGITS = 4;

    private Sentences() {}

    /** What happened, as a title and a sentence. */
    public record Told(String title, String message) {}

    /** When the rule fires. */
    static String condition(Terms terms) {
        return "Fires when " + what(terms) + ".";
    }

    private static String what(Terms terms) {
        var threshold = terms.threshold() == null ? BigDecimal.ZERO : terms.threshold();
        return switch (terms.kind()) {
            case PRICE ->
                "%s is at %s or %s"
                        .formatted(
                                terms.symbol(),
                                plain(threshold),
                                terms.direction() == Direction.ABOVE ? "above" : "below");
            case PERCENT_MOVE ->
                "%s %s by %s or more %s"
                        .formatted(terms.symbol(), moves(terms.direction()), percent(threshold), since(terms));
            case DRAWDOWN ->
                "the portfolio is %s or more below its highest close since %s, deposits and withdrawals apart"
                        .formatted(percent(threshold), terms.since());
            case VALUE_AT_RISK ->
                terms.measure() == Measure.LIMIT
                        ? "the portfolio's last one-day VaR at %s is %s of its value or more"
                                .formatted(percent(Objects.requireNonNull(terms.confidence())), percent(threshold))
                        : "today's loss is %s times the last one-day VaR at %s or more"
                                .formatted(plain(threshold), percent(Objects.requireNonNull(terms.confidence())));
            case DRIFT -> "a part of the portfolio is %s or more away from its target".formatted(points(threshold));
            case MARGIN_DISTANCE ->
                terms.marginState() == null
                        ? "prices can fall by %s or less before a margin call".formatted(percent(threshold))
                        : "the margin account is in the state %s or a worse one".formatted(terms.marginState());
            case STALE_DATA ->
                "%s has had no price for %s minutes"
                        .formatted(terms.symbol() == null ? "a holding" : terms.symbol(), plain(threshold));
        };
    }

    /**
     * What a crossing says.
     *
     * @param portfolio its name, of rules about one
     * @param currency of the price, where it is known
     */
    public static Told told(Terms terms, BigDecimal value, @Nullable String portfolio, @Nullable String currency) {
        var threshold = terms.threshold() == null ? BigDecimal.ZERO : terms.threshold();
        var name = portfolio == null ? "The portfolio" : portfolio;
        return switch (terms.kind()) {
            case PRICE -> {
                var side = terms.direction() == Direction.ABOVE ? "above" : "below";
                yield new Told(
                        "%s is at %s".formatted(terms.symbol(), money(value, currency)),
                        "%s is at %s, at or %s your level of %s."
                                .formatted(terms.symbol(), money(value, currency), side, plain(threshold)));
            }
            case PERCENT_MOVE ->
                new Told(
                        "%s moved by %s".formatted(terms.symbol(), percent(value)),
                        "%s %s by %s %s; you asked to be told from %s."
                                .formatted(
                                        terms.symbol(),
                                        moved(terms.direction()),
                                        percent(value),
                                        since(terms),
                                        percent(threshold)));
            case DRAWDOWN ->
                new Told(
                        "%s is %s below its peak".formatted(name, percent(value)),
                        "%s is %s below its highest close since %s, deposits and withdrawals apart; you asked to be told from %s."
                                .formatted(name, percent(value), terms.since(), percent(threshold)));
            case VALUE_AT_RISK ->
                terms.measure() == Measure.LIMIT
                        ? new Told(
                                "%s: VaR at %s of its value".formatted(name, percent(value)),
                                "The last one-day VaR of %s is %s of its value, at or above your limit of %s."
                                        .formatted(name, percent(value), percent(threshold)))
                        : new Told(
                                "%s lost more than its VaR".formatted(name),
                                "Today's loss of %s is %s times its last one-day VaR at %s."
                                        .formatted(
                                                name,
                                                rounded(value, PERCENT_DIGITS),
                                                percent(Objects.requireNonNull(terms.confidence()))));
            case DRIFT ->
                new Told(
                        "%s has drifted from its target".formatted(name),
                        "A part of %s is %s away from its target; you asked to be told from %s."
                                .formatted(name, points(value), points(threshold)));
            case MARGIN_DISTANCE ->
                terms.marginState() == null
                        ? new Told(
                                "%s: %s to a margin call".formatted(name, percent(value)),
                                "Prices can fall by %s before %s gets a margin call; you asked to be told at %s."
                                        .formatted(percent(value), name, percent(threshold)))
                        : new Told(
                                "%s: margin account in %s".formatted(name, level(value)),
                                "The margin account of %s is in the state %s.".formatted(name, level(value)));
            case STALE_DATA ->
                new Told(
                        "No price for %s".formatted(terms.symbol() == null ? "a holding of " + name : terms.symbol()),
                        "The market has been open for %s minutes since the last price; you asked to be told at %s."
                                .formatted(rounded(value, 0), plain(threshold)));
        };
    }

    private static String level(BigDecimal rank) {
        return Arrays.stream(MarginLevel.values())
                .filter(level -> level.rank() == rank.intValue())
                .map(Enum::name)
                .findFirst()
                .orElse("OK");
    }

    private static String moves(@Nullable Direction direction) {
        return direction == Direction.ABOVE ? "rises" : direction == Direction.BELOW ? "falls" : "moves";
    }

    private static String moved(@Nullable Direction direction) {
        return direction == Direction.ABOVE ? "rose" : direction == Direction.BELOW ? "fell" : "moved";
    }

    private static String since(Terms terms) {
        return terms.windowMinutes() == null
                ? "since the previous close"
                : "within %d minutes".formatted(terms.windowMinutes());
    }

    private static String money(BigDecimal price, @Nullable String currency) {
        return rounded(price, PRICE_DIGITS) + (currency == null ? "" : " " + currency);
    }

    private static String percent(BigDecimal fraction) {
        return rounded(fraction.movePointRight(2), PERCENT_DIGITS) + " %";
    }

    private static String points(BigDecimal fraction) {
        return rounded(fraction.movePointRight(2), PERCENT_DIGITS) + " points";
    }

    private static String rounded(BigDecimal value, int digits) {
        return plain(value.setScale(digits, RoundingMode.HALF_EVEN));
    }

    /** Without an exponent and without zeros that say nothing. */
    static String plain(BigDecimal value) {
        var short34 = value.round(MathContext.DECIMAL128).stripTrailingZeros();
        return (short34.scale() < 0 ? short34.setScale(0, RoundingMode.UNNECESSARY) : short34).toPlainString();
    }
}
