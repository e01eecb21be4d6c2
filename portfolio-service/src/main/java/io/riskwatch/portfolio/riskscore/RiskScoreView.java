package io.riskwatch.portfolio.riskscore;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A risk score as clients see it, or the reason why there is none. */
record RiskScoreView(
        Status status,

        @Schema(description = "Why there is no score") @Nullable
        String reason,

        @Schema(description = "1 (calm) to 7 (wild)") @Nullable
        Integer score,

        @Schema(description = "The sum of the components, which may exceed 7") @Nullable
        Integer beforeCap,

        List<RiskScore.Component> components,

        @Schema(description = "VaR-equivalent, per year") @Nullable
        Double volatility,

        @Schema(description = "One month in twenty loses this fraction of equity or more") @Nullable
        Double monthlyLoss,

        @Schema(description = "The mean loss of such a month") @Nullable
        Double monthlyShortfall,

        @Nullable Double maximumDrawdown,
        Liquidity liquidity,

        @Schema(description = "The loss in plain words and money") @Nullable
        String sentence,

        int observations,
        @Nullable LocalDate from,
        @Nullable LocalDate to,

        @Schema(description = "Held, but without enough history; the score is of the rest, weighted up")
        List<String> symbolsWithoutHistory,

        boolean simulated) {

    /** Whether there is a score. */
    enum Status {
        SCORED,
        NOT_ENOUGH_DATA
    }

    RiskScoreView {
        components = List.copyOf(components);
        symbolsWithoutHistory = List.copyOf(symbolsWithoutHistory);
    }

    static RiskScoreView of(String currency, boolean simulated, Exposure exposure, ReturnHistory history) {
        var days = history.days();
        var without = exposure.values().keySet().stream()
                .filter(symbol -> !history.symbols().contains(symbol))
                .sorted()
                .toList();
        var scored = RiskScore.of(exposure, history);
        return new RiskScoreView(
                scored.isPresent() ? Status.SCORED : Status.NOT_ENOUGH_DATA,
                scored.isPresent() ? null : reason(exposure, history),
                scored.map(RiskScore::score).orElse(null),
                scored.map(RiskScore::beforeCap).orElse(null),
                scored.map(RiskScore::components).orElse(List.of()),
                scored.map(RiskScore::volatility).orElse(null),
                scored.map(RiskScore::monthlyLoss).orElse(null),
                scored.map(RiskScore::monthlyShortfall).orElse(null),
                scored.map(RiskScore::maximumDrawdown).orElse(null),
                Liquidity.of(exposure, history),
                scored.map(score -> sentence(score, exposure.equity(), currency))
                        .orElse(null),
                history.observations(),
                days.isEmpty() ? null : days.getFirst(),
                days.isEmpty() ? null : days.getLast(),
                without,
                simulated);
    }

    private static String reason(Exposure exposure, ReturnHistory history) {
        if (exposure.equity() <= 0) {
            return "Nothing is held of your own money.";
        }
        return history.observations() < RiskScore.LEAST_OBSERVATIONS
                ? "Not enough data: %d common daily observations, and %d are needed."
                        .formatted(history.observations(), RiskScore.LEAST_OBSERVATIONS)
                : "A day of the past would have cost this mix more than everything.";
    }

    private static String sentence(RiskScore score, double equity, String currency) {
        return String.format(
                Locale.ROOT,
                "In 1 month out of 20 expect to lose %,.0f %s or more; in such a month %,.0f %s on average (not a worst case).",
                score.monthlyLoss() * equity,
                currency,
                score.monthlyShortfall() * equity,
                currency);
    }
}
