package io.riskwatch.portfolio.paper.order;

import io.riskwatch.portfolio.paper.order.TradingAccount.Claims;
import io.riskwatch.portfolio.paper.order.TradingAccount.Holding;
import io.riskwatch.portfolio.paper.order.TradingAccount.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One account with its orders in memory, run by the same decisions as the service's. */
final class PaperWorld {

    static final Instant START = Instant.parse("2026-11-30T10:00:00Z");
    static final BigDecimal CASH = new BigDecimal("100000");
    static final Matcher.Rules RULES = new Matcher.Rules(BigDecimal.ONE, 2);
    static final FillModel MODEL = new FillModel(
            new BigDecimal("4"),
            new BigDecimal("0.5"),
            new BigDecimal("5"),
            new BigDecimal("50000000"),
            new BigDecimal("0.0002"),
            7);
    static final FeeSchedule FEES = new FeeSchedule(new BigDecimal("0.005"), BigDecimal.ZERO, BigDecimal.ONE);
    static final MarginTerms TERMS =
            new MarginTerms(new BigDecimal("0.5"), new BigDecimal("2000"), PaperWorld::requirements);

    /** An execution, and the limit of its order when it traded. */
    record Executed(UUID order, String symbol, Fill fill, Optional<BigDecimal> limit, Order before) {}

    private final Matcher matcher = new Matcher(MODEL, FEES);
    private final Admission admission = new Admission(MODEL, FEES);
    final Map<UUID, Order> orders = new LinkedHashMap<>();
    final Map<String, PriceTick> prices = new HashMap<>();
    final List<Executed> executed = new ArrayList<>();
    final List<List<OrderState>> steps = new ArrayList<>();
    Instant now = START;
    TradingAccount account = new TradingAccount(CASH, Map.of(), TERMS);

    private static Map<String, MarginTerms.Requirement> requirements(Map<String, Holding> holdings) {
        Map<String, MarginTerms.Requirement> all = new HashMap<>();
        holdings.forEach((symbol, held) -> {
            BigDecimal value = held.quantity().multiply(held.price()).multiply(held.rate());
            BigDecimal maintenance = maintenance(held.quantity(), held.price()).multiply(held.rate());
            all.put(
                    symbol,
                    new MarginTerms.Requirement(
                            value.abs().multiply(new BigDecimal("0.5")), maintenance, BigDecimal.ZERO, false));
        });
        return all;
    }

    /** FINRA rule 4210. */
    private static BigDecimal maintenance(BigDecimal quantity, BigDecimal price) {
        if (quantity.signum() >= 0) {
            return quantity.multiply(price).multiply(new BigDecimal("0.25"));
        }
        BigDecimal units = quantity.negate();
        return price.compareTo(new BigDecimal("5")) >= 0
                ? units.multiply(price.multiply(new BigDecimal("0.30")).max(new BigDecimal("5")))
                : units.multiply(price.max(new BigDecimal("2.50")));
    }

    Order place(UUID id, String symbol, OrderTerms terms, Instant until) {
        Order before = orders.get(id);
        if (before != null) { // the same command again
            return before;
        }
        PriceTick known = prices.get(symbol);
        Order order = Order.entered(id, symbol, terms, Watch.from(now, until, known.price()));
        Optional<Reason> refusal = admission.refuse(order, market(symbol), marked(), standing(Optional.empty()));
        Order after = refusal.map(order::refused).orElseGet(order::accepted);
        steps.add(List.of(order.state(), after.state()));
        orders.put(id, after);
        return after;
    }

    void cancel(UUID id) {
        change(id, order -> order.cancelled(Reason.of(Reason.Code.OWNER, "Taken back.")));
    }

    void replace(UUID id, OrderTerms terms) {
        change(id, order -> {
            Order after = order.replaced(
                    terms,
                    Watch.from(
                            now,
                            order.watch().until(),
                            prices.get(order.symbol()).price()));
            Optional<Reason> refusal =
                    admission.refuse(after, market(order.symbol()), marked(), standing(Optional.of(id)));
            return refusal.isPresent() ? order : after;
        });
    }

    private interface Change {
        Order of(Order order);
    }

    private void change(UUID id, Change change) {
        Order before = orders.get(id);
        if (before != null) {
            try {
                Order after = change.of(before);
                steps.add(List.of(before.state(), after.state()));
                orders.put(id, after);
            } catch (OrderClosed | TermsRefused refused) {
                orders.put(id, before); // a command that does not fit changes nothing
            }
        }
    }

    void tick(String symbol, PriceTick tick) {
        now = tick.asOf().isAfter(now) ? tick.asOf() : now;
        prices.put(symbol, tick);
        for (Order order : List.copyOf(orders.values())) {
            if (order.symbol().equals(symbol)) {
                meet(order, tick);
            }
        }
    }

    private void meet(Order order, PriceTick tick) {
        Outcome outcome = matcher.onTick(
                order, tick, RULES, (of, fill) -> marked().refuse(trade(of.symbol(), fill), Claims.NONE));
        switch (outcome) {
            case Outcome.Unchanged() -> {}
            case Outcome.Followed(Order after) -> keep(order, after);
            case Outcome.Triggered(Order after) -> keep(order, after);
            case Outcome.Ended(Order after) -> keep(order, after);
            case Outcome.Traded(Order after, Fill fill) -> {
                keep(order, after);
                executed.add(new Executed(
                        order.id(),
                        order.symbol(),
                        fill,
                        Optional.ofNullable(order.terms().limitPrice()),
                        order));
                account = marked().after(trade(order.symbol(), fill));
            }
        }
    }

    private void keep(Order before, Order after) {
        steps.add(List.of(before.state(), after.state()));
        orders.put(after.id(), after);
    }

    static Trade trade(String symbol, Fill fill) {
        return new Trade(
                fill.side(), symbol, fill.quantity(), fill.price(), fill.tickPrice(), fill.fee(), BigDecimal.ONE);
    }

    /** At the latest prices. */
    TradingAccount marked() {
        Map<String, Holding> holdings = new HashMap<>();
        account.holdings()
                .forEach((symbol, holding) -> holdings.put(
                        symbol,
                        new Holding(holding.quantity(), prices.get(symbol).price(), holding.rate())));
        return new TradingAccount(account.cash(), holdings, TERMS);
    }

    private Admission.Market market(String symbol) {
        return new Admission.Market(prices.get(symbol).price(), BigDecimal.ONE, RULES);
    }

    private List<Admission.Standing> standing(Optional<UUID> without) {
        return orders.values().stream()
                .filter(order -> order.state().isWorking() && !without.equals(Optional.of(order.id())))
                .map(order -> new Admission.Standing(order, market(order.symbol())))
                .toList();
    }
}
