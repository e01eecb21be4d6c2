package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.event.OwnerEvents;
import io.riskwatch.portfolio.portfolio.Portfolios;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the owner's browsers, after the commit, what became of orders and accounts. */
@Component
class PaperNews {

    private final OwnerEvents browsers;
    private final Clock clock;

    PaperNews(OwnerEvents browsers, Clock clock) {
        this.browsers = browsers;
        this.clock = clock;
    }

    /** {@code paper.order} of {@code /ws/events}. */
    private record OrderChanged(
            String type,
            UUID portfolioId,
            OrderView order,
            @Nullable ExecutionView execution,
            Instant at) {}

    /** {@code paper.margin} of {@code /ws/events}. */
    private record MarginNews(String type, UUID portfolioId, PaperEvent.Kind kind, String message, Instant at) {}

    void order(PaperOrder order, @Nullable PaperExecution execution) {
        browsers.tell(
                Portfolios.organisation(),
                new OrderChanged(
                        "paper.order",
                        order.portfolioId(),
                        OrderView.of(order),
                        execution == null ? null : ExecutionView.of(execution),
                        clock.instant()));
    }

    void margin(UUID portfolioId, PaperEvent.Kind kind, String message) {
        browsers.tell(
                Portfolios.organisation(), new MarginNews("paper.margin", portfolioId, kind, message, clock.instant()));
    }
}
