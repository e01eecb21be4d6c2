package io.riskwatch.portfolio.alert.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An alert as its organisation sees it.
 *
 * @param ruleId of the rule that fired, which may be gone; absent of a notice
 * @param value that crossed the threshold
 * @param observedAt the time of the price that brought it about
 * @param deliveries where it went and how that is going
 */
record AlertView(
        UUID id,
        @Nullable UUID ruleId,
        AlertTopic kind,
        @Nullable String symbol,
        @Nullable UUID portfolioId,
        String title,
        String message,
        boolean urgent,
        @Nullable String value,
        @Nullable String threshold,
        Instant observedAt,
        Instant at,
        @Nullable Instant readAt,
        List<DeliveryView> deliveries) {

    /** How far a delivery has come. */
    enum Status {
        PENDING,
        DEFERRED,
        DELIVERED,
        FAILED,
        CANCELLED
    }

    /**
     * One way an alert goes.
     *
     * @param dueAt when the next attempt is
     * @param log the attempts, the last fifty; absent in lists
     */
    record DeliveryView(
            UUID id,
            Delivery.Way channel,
            @Nullable UUID webhookId,

            @Schema(description = "DEFERRED: held back by quiet hours until dueAt")
            Status status,

            int attempts,
            @Nullable Instant dueAt,
            @Nullable Instant deliveredAt,
            @Nullable String lastError,
            Instant createdAt,
            @Nullable List<AttemptView> log) {

        static DeliveryView of(Delivery delivery, @Nullable List<Deliveries.Attempt> log) {
            var pending = delivery.state() == Delivery.State.PENDING;
            return new DeliveryView(
                    delivery.id(),
                    delivery.way(),
                    delivery.webhookId(),
                    pending && delivery.deferred()
                            ? Status.DEFERRED
                            : Status.valueOf(delivery.state().name()),
                    delivery.attempts(),
                    pending ? delivery.dueAt() : null,
                    delivery.deliveredAt(),
                    delivery.lastError(),
                    delivery.createdAt(),
                    log == null ? null : log.stream().map(AttemptView::of).toList());
        }
    }

    /**
     * One attempt.
     *
     * @param outcome DELIVERED or FAILED
     * @param statusCode the receiver's answer, if there was one
     */
    record AttemptView(
            int number,
            Instant at,
            String outcome,
            @Nullable Integer statusCode,
            @Nullable String error,
            int millis) {

        static AttemptView of(Deliveries.Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.at(),
                    attempt.outcome(),
                    attempt.statusCode(),
                    attempt.error(),
                    attempt.millis());
        }
    }

    static AlertView of(
            Alert alert, List<Delivery> deliveries, Function<Delivery, @Nullable List<Deliveries.Attempt>> log) {
        return new AlertView(
                alert.id(),
                alert.ruleId(),
                alert.kind(),
                alert.symbol(),
                alert.portfolioId(),
                alert.title(),
                alert.message(),
                alert.urgent(),
                text(alert.value()),
                text(alert.threshold()),
                alert.observedAt(),
                alert.raisedAt(),
                alert.readAt(),
                deliveries.stream()
                        .map(delivery -> DeliveryView.of(delivery, log.apply(delivery)))
                        .toList());
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
