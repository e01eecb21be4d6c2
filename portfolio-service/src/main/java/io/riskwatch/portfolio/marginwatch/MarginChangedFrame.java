package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.account.MarginStatusView;
import io.riskwatch.portfolio.tick.Tick;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Frame {@code margin.changed} of {@code /ws/events}.
 *
 * @param eventId of the event as {@code GET /api/v1/portfolios/{id}/margin/events} lists it
 * @param symbol whose price brought it about; absent with {@code price} when no price did
 * @param currency of the figures
 */
record MarginChangedFrame(
        String type,
        UUID eventId,
        UUID portfolioId,
        @Nullable UUID clientId,
        MarginState before,
        MarginState after,
        Instant at,
        @Nullable String symbol,
        @Nullable String price,
        String currency,
        MarginStatusView status) {

    static MarginChangedFrame of(MarginChanged changed, String currency) {
        Tick cause = changed.cause();
        return new MarginChangedFrame(
                "margin.changed",
                changed.eventId(),
                changed.portfolioId(),
                changed.clientId(),
                changed.before(),
                changed.after(),
                changed.at(),
                cause == null ? null : cause.symbol(),
                cause == null ? null : cause.price().toPlainString(),
                currency,
                MarginStatusView.of(changed.status()));
    }
}
