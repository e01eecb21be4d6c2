package io.riskwatch.portfolio.alert.rule;

import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the terms of a rule complete: refuses what does not go with the kind, and fills in what was left to us. */
final class TermsCheck {

    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal FIVE_POINTS = new BigDecimal("0.05");
    private static final BigDecimal TWO_POINTS = new BigDecimal("0.02");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    /** A price has to fall back by half a percent of the level. */
    private static final BigDecimal OF_A_PRICE = new BigDecimal("0.005");

    private static final BigDecimal RATIO_MARGIN = new BigDecimal("0.2");
    private static final BigDecimal LONGEST_STALE_MINUTES = new BigDecimal(30 * 24 * 60);
    private static final BigDecimal LARGEST_MOVE = BigDecimal.TEN;
    private static final BigDecimal LARGEST_PRICE = new BigDecimal("1e12");
    private static final Set<BigDecimal> CONFIDENCES = Set.of(new BigDecimal("0.95"), new BigDecimal("0.99"));
    private static final LocalDate OLDEST_PEAK = LocalDate.of(1970, 1, 1);

    private final AlertRuleRequest asked;
    private final Map<String, @Nullable Object> given = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    private TermsCheck(AlertRuleRequest asked) {
        this.asked = asked;
        given.put("symbol", asked.symbol());
        given.put("portfolioId", asked.portfolioId());
        given.put("direction", asked.direction());
        given.put("measure", asked.measure());
        given.put("threshold", asked.threshold());
        given.put("marginState", asked.marginState());
        given.put("confidence", asked.confidence());
        given.put("windowMinutes", asked.windowMinutes());
        given.put("since", asked.since());
        given.put("rearmMargin", asked.rearmMargin());
    }

    /** @param today the day a drawdown's peak counts from when nothing is said */
    static Terms terms(AlertRuleRequest asked, LocalDate today) {
        return new TermsCheck(asked).check(today);
    }

    private Terms check(LocalDate today) {
        switch (asked.kind()) {
            case PRICE -> fields(List.of("symbol", "direction", "threshold"), List.of("rearmMargin"));
            case PERCENT_MOVE ->
                fields(List.of("symbol", "direction", "threshold"), List.of("windowMinutes", "rearmMargin"));
            case DRAWDOWN -> fields(List.of("portfolioId", "threshold"), List.of("since", "rearmMargin"));
            case VALUE_AT_RISK ->
                fields(
                        asked.measure() == Measure.LIMIT
                                ? List.of("portfolioId", "measure", "threshold")
                                : List.of("portfolioId", "measure"),
                        List.of("threshold", "confidence", "rearmMargin"));
            case DRIFT -> fields(List.of("portfolioId"), List.of("threshold", "rearmMargin"));
            case MARGIN_DISTANCE ->
                fields(
                        asked.measure() == Measure.STATE
                                ? List.of("portfolioId", "measure", "marginState")
                                : List.of("portfolioId", "measure", "threshold"),
                        asked.measure() == Measure.STATE ? List.of() : List.of("rearmMargin"));
            case STALE_DATA -> {
                fields(List.of("threshold"), List.of("symbol", "portfolioId"));
                if ((asked.symbol() == null) == (asked.portfolioId() == null)) {
                    wrong("symbol", "say either symbol or portfolioId");
                }
            }
        }
        choices();
        bounds(today);
        if (!errors.isEmpty()) {
            throw ProblemException.unprocessable(errors);
        }
        return filled(today);
    }

    private void fields(List<String> needed, List<String> possible) {
        given.forEach((field, value) -> {
            if (value == null && needed.contains(field)) {
                wrong(field, "is needed for a rule of kind " + asked.kind());
            } else if (value != null && !needed.contains(field) && !possible.contains(field)) {
                wrong(
                        field,
                        "does not go with a rule of kind " + asked.kind()
                                + (asked.measure() == null ? "" : " and measure " + asked.measure()));
            }
        });
    }

    private void choices() {
        if (asked.kind() == AlertKind.PRICE && asked.direction() == Direction.EITHER) {
            wrong("direction", "a price lies above or below its level");
        }
        var measure = asked.measure();
        if (measure != null
                && asked.kind() == AlertKind.VALUE_AT_RISK
                && measure != Measure.LOSS_BEYOND
                && measure != Measure.LIMIT) {
            wrong("measure", "must be LOSS_BEYOND or LIMIT");
        }
        if (measure != null
                && asked.kind() == AlertKind.MARGIN_DISTANCE
                && measure != Measure.DISTANCE
                && measure != Measure.STATE) {
            wrong("measure", "must be DISTANCE or STATE");
        }
        var confidence = asked.confidence();
        if (confidence != null && !CONFIDENCES.contains(confidence.stripTrailingZeros())) {
            wrong("confidence", "must be 0.95 or 0.99");
        }
    }

    private void bounds(LocalDate today) {
        var threshold = asked.threshold();
        if (threshold != null && (threshold.signum() <= 0 || threshold.compareTo(largest()) > 0)) {
            wrong("threshold", "must be greater than 0 and at most " + largest().toPlainString());
        }
        var margin = asked.rearmMargin();
        if (margin != null && margin.signum() < 0) {
            wrong("rearmMargin", "must not be below 0");
        } else if (margin != null && threshold != null && margin.compareTo(threshold) >= 0 && fallsBackDown()) {
            wrong("rearmMargin", "must be less than the threshold, or the rule would never be armed again");
        }
        var since = asked.since();
        if (since != null && (since.isAfter(today) || since.isBefore(OLDEST_PEAK))) {
            wrong("since", "must be a day of the past");
        }
    }

    private boolean fallsBackDown() {
        return asked.measure() != Measure.DISTANCE
                && (asked.kind() != AlertKind.PRICE || asked.direction() == Direction.ABOVE);
    }

    private BigDecimal largest() {
        return switch (asked.kind()) {
            case PRICE -> LARGEST_PRICE;
            case PERCENT_MOVE -> LARGEST_MOVE;
            case STALE_DATA -> LONGEST_STALE_MINUTES;
            case VALUE_AT_RISK -> asked.measure() == Measure.LIMIT ? ONE : LARGEST_MOVE;
            case DRAWDOWN, DRIFT, MARGIN_DISTANCE -> ONE;
        };
    }

    private Terms filled(LocalDate today) {
        var threshold = asked.threshold() == null ? usualThreshold() : asked.threshold();
        var ofVar = asked.kind() == AlertKind.VALUE_AT_RISK;
        return new Terms(
                asked.kind(),
                asked.symbol(),
                asked.portfolioId(),
                asked.direction(),
                asked.measure(),
                threshold,
                asked.marginState(),
                asked.confidence() == null && ofVar ? new BigDecimal("0.95") : asked.confidence(),
                asked.windowMinutes(),
                asked.since() == null && asked.kind() == AlertKind.DRAWDOWN ? today : asked.since(),
                asked.rearmMargin() == null && threshold != null ? usualMargin(threshold) : asked.rearmMargin());
    }

    private @Nullable BigDecimal usualThreshold() {
        return switch (asked.kind()) {
            case DRIFT -> FIVE_POINTS;
            case VALUE_AT_RISK -> ONE;
            case PRICE, PERCENT_MOVE, DRAWDOWN, MARGIN_DISTANCE, STALE_DATA -> null;
        };
    }

    /** Two points of a fraction, or half of the threshold where that is less. */
    private BigDecimal usualMargin(BigDecimal threshold) {
        if (asked.kind() == AlertKind.STALE_DATA) {
            return ZERO;
        }
        if (asked.kind() == AlertKind.PRICE) {
            return threshold.multiply(OF_A_PRICE, MathContext.DECIMAL64).stripTrailingZeros();
        }
        return asked.measure() == Measure.LOSS_BEYOND
                ? RATIO_MARGIN.multiply(threshold)
                : TWO_POINTS.min(HALF.multiply(threshold));
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
