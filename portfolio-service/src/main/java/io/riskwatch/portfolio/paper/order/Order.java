package io.riskwatch.portfolio.paper.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in one of its states. Each step answers the next state; none leads out of a final one.
 *
 * @param reason why it was rejected, cancelled or expired
 */
public record Order(
        UUID id,
        String symbol,
        OrderTerms terms,
        OrderState state,
        Progress progress,
        Watch watch,
        @Nullable Reason reason) {

    private static final int STOP_SCALE = 10;

    public Order {
        if (progress.quantity().compareTo(terms.quantity()) > 0) {
            throw new IllegalArgumentException(
                    "more traded than was ordered: %s of %s".formatted(progress.quantity(), terms.quantity()));
        }
    }

    /** Just entered. */
    public static Order entered(UUID id, String symbol, OrderTerms terms, Watch watch) {
        return new Order(id, symbol, terms, OrderState.NEW, Progress.NONE, watch, null);
    }

    public BigDecimal remaining() {
        return terms.quantity().subtract(progress.quantity());
    }

    public Order accepted() {
        requireOpen();
        return step(terms, OrderState.ACCEPTED, progress, watch, null);
    }

    /** Refused; what has traded of it already stays, and then it is cancelled. */
    public Order refused(Reason why) {
        requireOpen();
        OrderState end = progress.fills() == 0 ? OrderState.REJECTED : OrderState.CANCELLED;
        return step(terms, end, progress, watch, why);
    }

    public Order cancelled(Reason why) {
        requireOpen();
        return step(terms, OrderState.CANCELLED, progress, watch, why);
    }

    public Order expired() {
        requireOpen();
        return step(
                terms,
                OrderState.EXPIRED,
                progress,
                watch,
                Reason.of(Reason.Code.END_OF_DAY, "The day of this day order is over."));
    }

    /**
     * With new terms, of the same type and side; what has traded stays, and a stop waits anew.
     *
     * @param anew which ticks it sees from now on
     */
    public Order replaced(OrderTerms changed, Watch anew) {
        requireOpen();
        if (changed.type() != terms.type() || changed.side() != terms.side()) {
            throw new TermsRefused(
                    changed.side() == terms.side() ? "type" : "side",
                    "stays as it was; cancel the order and enter another");
        }
        if (changed.quantity().compareTo(progress.quantity()) <= 0) {
            throw new TermsRefused(
                    "quantity",
                    "is more than what has traded already, %s, was %s"
                            .formatted(
                                    progress.quantity().toPlainString(),
                                    changed.quantity().toPlainString()));
        }
        return step(changed, state, progress, anew, null);
    }

    /** The stop was reached: from the next tick on it trades. */
    Order setOff(PriceTick tick) {
        requireOpen();
        return step(terms, state, progress, watch.setOff().since(tick.asOf()), null);
    }

    /** The trailing stop follows. */
    Order following(BigDecimal price) {
        requireOpen();
        return step(terms, state, progress, watch.seen(price), null);
    }

    Order traded(Fill fill) {
        requireOpen();
        Progress after = progress.and(fill);
        OrderState next =
                after.quantity().compareTo(terms.quantity()) == 0 ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
        return step(terms, next, after, watch.since(fill.at()), null);
    }

    public boolean isOverAt(Instant moment) {
        return watch.until() != null && !moment.isBefore(watch.until());
    }

    boolean waitsForStop() {
        return terms.type().hasTrigger() && !watch.triggered();
    }

    /** The price that sets it off now; empty for an order without a stop, or a trailing one that has seen no price. */
    public Optional<BigDecimal> stop() {
        if (terms.type() != OrderType.TRAILING_STOP) {
            return Optional.ofNullable(terms.stopPrice());
        }
        BigDecimal best = watch.best();
        if (best == null) {
            return Optional.empty();
        }
        boolean buys = terms.side().isBuy();
        BigDecimal distance = terms.trailAmount() != null
                ? terms.trailAmount()
                : best.multiply(Objects.requireNonNull(terms.trailFraction()));
        // never nearer to the price than was asked for
        return Optional.of((buys ? best.add(distance) : best.subtract(distance))
                .setScale(STOP_SCALE, buys ? RoundingMode.CEILING : RoundingMode.FLOOR));
    }

    /** Whether the limit allows a price; without a limit every one. */
    boolean allows(BigDecimal price) {
        BigDecimal limit = terms.limitPrice();
        return limit == null || (terms.side().isBuy() ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0);
    }

    private void requireOpen() {
        if (state.isFinal()) {
            throw new OrderClosed(state);
        }
    }

    private Order step(OrderTerms to, OrderState next, Progress traded, Watch sees, @Nullable Reason why) {
        return new Order(id, symbol, to, next, traded, sees, why);
    }
}
