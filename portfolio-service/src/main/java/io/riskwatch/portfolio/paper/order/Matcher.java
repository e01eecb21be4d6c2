package io.riskwatch.portfolio.paper.order;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Meets orders with ticks. An order sees only ticks younger than its entry, its last change, its stop and its last trade, so that
 * nothing trades at a price that was known before, and a tick that comes twice trades once.
 */
public final class Matcher {

    private static final Outcome UNCHANGED = new Outcome.Unchanged();

    private final FillModel model;
    private final FeeSchedule fees;

    public Matcher(FillModel model, FeeSchedule fees) {
        this.model = model;
        this.fees = fees;
    }

    /** What the account says to a trade before it happens. */
    @FunctionalInterface
    public interface Funds {

        /** Asks nothing. */
        Funds UNCHECKED = (order, fill) -> Optional.empty();

        /** Why the account cannot carry the trade; empty when it can. */
        Optional<Reason> refuse(Order order, Fill fill);
    }

    /**
     * How an instrument trades.
     *
     * @param lotSize the smallest number of units, and the step between numbers
     * @param decimals of its currency
     */
    public record Rules(BigDecimal lotSize, int decimals) {}

    /** What the tick does to the order. */
    public Outcome onTick(Order order, PriceTick tick, Rules rules, Funds funds) {
        if (!order.state().isWorking()) {
            return UNCHANGED;
        }
        if (order.isOverAt(tick.asOf())) {
            return new Outcome.Ended(order.expired());
        }
        if (!tick.asOf().isAfter(order.watch().after())) {
            return UNCHANGED;
        }
        if (order.waitsForStop()) {
            return watching(order, tick);
        }
        return order.allows(tick.price()) ? trade(order, tick, rules, funds) : UNCHANGED;
    }

    private static Outcome watching(Order order, PriceTick tick) {
        boolean buys = order.terms().side().isBuy();
        BigDecimal price = tick.price();
        Optional<BigDecimal> stop = order.stop();
        if (stop.isPresent() && (buys ? price.compareTo(stop.get()) >= 0 : price.compareTo(stop.get()) <= 0)) {
            return new Outcome.Triggered(order.setOff(tick));
        }
        BigDecimal best = order.watch().best();
        boolean better = best == null || (buys ? price.compareTo(best) < 0 : price.compareTo(best) > 0);
        return order.terms().type() == OrderType.TRAILING_STOP && better
                ? new Outcome.Followed(order.following(price))
                : UNCHANGED;
    }

    private Outcome trade(Order order, PriceTick tick, Rules rules, Funds funds) {
        BigDecimal price = model.price(order, tick);
        BigDecimal quantity = order.remaining().min(model.liquidity(price, rules.lotSize()));
        Fill fill = new Fill(
                order.progress().fills() + 1,
                order.terms().side(),
                quantity,
                price,
                tick.price(),
                fees.next(order.progress(), quantity, price, rules.decimals()),
                tick.asOf());
        return funds.refuse(order, fill)
                .<Outcome>map(reason -> new Outcome.Ended(order.refused(reason)))
                .orElseGet(() -> new Outcome.Traded(order.traded(fill), fill));
    }
}
