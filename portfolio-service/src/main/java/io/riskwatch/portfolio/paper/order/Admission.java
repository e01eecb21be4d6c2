package io.riskwatch.portfolio.paper.order;

import io.riskwatch.portfolio.paper.order.TradingAccount.Claims;
import io.riskwatch.portfolio.paper.order.TradingAccount.Trade;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether an account can carry an order, beside the orders it has open, at the prices of its entry. */
public final class Admission {

    private final FillModel model;
    private final FeeSchedule fees;

    public Admission(FillModel model, FeeSchedule fees) {
        this.model = model;
        this.fees = fees;
    }

    /**
     * What an instrument is worth when the order is entered.
     *
     * @param price in its currency
     * @param rate what one unit of that currency is worth in the account's
     */
    public record Market(BigDecimal price, BigDecimal rate, Matcher.Rules rules) {}

    /** An order that is open, and its market. */
    public record Standing(Order order, Market market) {}

    /** Why the order cannot be accepted; empty when it can. */
    public Optional<Reason> refuse(Order order, Market market, TradingAccount account, List<Standing> others) {
        BigDecimal step = market.rules().lotSize();
        if (order.terms().quantity().remainder(step).signum() != 0) {
            return Optional.of(Reason.of(
                    Reason.Code.QUANTITY_STEP,
                    "quantity",
                    "%s trades in steps of %s.".formatted(order.symbol(), step.toPlainString())));
        }
        return account.refuse(trade(order, market), claims(account, others));
    }

    /** What the open orders lay claim to: the initial margin of what they would open, and what they would sell. */
    public Claims claims(TradingAccount account, List<Standing> open) {
        BigDecimal requirement = BigDecimal.ZERO;
        Map<String, BigDecimal> covered = new HashMap<>();
        Map<String, BigDecimal> selling = new HashMap<>();
        TradingAccount opened = account;
        for (Standing standing : open) {
            Order order = standing.order();
            String symbol = order.symbol();
            if (order.terms().side() == Side.SELL) {
                selling.merge(symbol, order.remaining(), BigDecimal::add);
            }
            // what one order buys back of a short position no other one can
            BigDecimal before = covered.getOrDefault(symbol, BigDecimal.ZERO);
            BigDecimal opening = account.opening(
                            order.terms().side(), symbol, order.remaining().add(before))
                    .min(order.remaining());
            if (order.terms().side().isBuy()) {
                covered.put(symbol, before.add(order.remaining()));
            }
            if (opening.signum() > 0) {
                Trade trade = trade(order, standing.market());
                requirement = requirement.add(account.takesToOpen(trade, opening));
                opened = opened.after(trade);
            }
        }
        BigDecimal concentrated = opened.concentration().subtract(account.concentration());
        return new Claims(requirement.add(concentrated.max(BigDecimal.ZERO)), selling);
    }

    private Trade trade(Order order, Market market) {
        Side side = order.terms().side();
        BigDecimal mark = level(order, market.price());
        BigDecimal price = order.terms().type().hasLimit() ? mark : model.worst(side, mark);
        BigDecimal remaining = order.remaining();
        BigDecimal fee =
                fees.of(remaining, remaining.multiply(price), market.rules().decimals());
        return new Trade(side, order.symbol(), remaining, price, mark, fee, market.rate());
    }

    /** The price to reckon with: what a purchase may come to cost, what a short sale may come to owe. */
    private static BigDecimal level(Order order, BigDecimal price) {
        BigDecimal limit = order.terms().limitPrice();
        if (order.terms().side().isBuy() && limit != null) {
            return limit;
        }
        BigDecimal stop = order.stop().orElse(price);
        BigDecimal level = order.terms().side().isBuy() ? price.max(stop) : price;
        return limit == null ? level : level.max(limit);
    }
}
