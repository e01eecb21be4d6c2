package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.tick.Tick;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of the margin state as clients see it. */
@Schema(name = "MarginEvent")
record MarginEventView(
        UUID id,
        Instant at,
        MarginState before,
        MarginState after,

        @Schema(description = "Whose price brought it about; absent when no price did") @Nullable
        String symbol,

        @Schema(description = "That price, as it was") @Nullable
        String price,

        @Schema(description = "The currency of that price") @Nullable
        String priceCurrency,

        @Nullable Instant priceAsOf,

        @Schema(description = "The currency of the figures") String currency,

        String portfolioValue,
        String loanAmount,
        String netEquity,
        String marginRequirement,
        String marginShortfall,

        @Schema(description = "Requirement over equity, 1 = 100 %; absent when there is no equity") @Nullable
        BigDecimal utilization) {

    static MarginEventView of(MarginEvent event) {
        Tick cause = event.cause();
        MarginEvent.Figures figures = event.figures();
        return new MarginEventView(
                event.id(),
                event.at(),
                event.before(),
                event.after(),
                cause == null ? null : cause.symbol(),
                cause == null ? null : plain(cause.price()),
                cause == null ? null : cause.currency(),
                cause == null ? null : cause.asOf(),
                event.currency(),
                money(figures.portfolioValue()),
                money(figures.loanAmount()),
                money(figures.netEquity()),
                money(figures.marginRequirement()),
                money(figures.marginShortfall()),
                figures.utilization() == null ? null : figures.utilization().stripTrailingZeros());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** As it was kept: rounded to the currency's smallest unit, of which two decimals are shown at least. */
    private static String money(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2).toPlainString() : stripped.toPlainString();
    }
}
