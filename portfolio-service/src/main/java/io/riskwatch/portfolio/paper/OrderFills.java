package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.Fill;
import io.riskwatch.portfolio.paper.order.Matcher;
import io.riskwatch.portfolio.paper.order.Order;
import io.riskwatch.portfolio.paper.order.OrderState;
import io.riskwatch.portfolio.paper.order.Outcome;
import io.riskwatch.portfolio.paper.order.PriceTick;
import io.riskwatch.portfolio.paper.order.Reason;
import io.riskwatch.portfolio.paper.order.TradingAccount;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets a tick meet an order. Under the portfolio's lock the order is read again and met again; then its new state, the execution,
 * the booking in the ledger and the line of the audit trail are one database transaction: all of them are there or none, however
 * the process ends. Of two replicas that see the same tick the second finds an order that has seen it.
 */
@Component
class OrderFills {

    private static final Logger log = LoggerFactory.getLogger(OrderFills.class);

    private final PaperPortfolios paper;
    private final PaperOrders orders;
    private final PaperExecutions executions;
    private final PaperEvents events;
    private final PaperLedger ledger;
    private final PaperPrices prices;
    private final PaperNews news;
    private final OpenOrders open;
    private final Matcher matcher;
    private final PaperSettings settings;
    private final TransactionOperations inTransaction;

    OrderFills(
            PaperPortfolios paper,
            PaperOrders orders,
            PaperExecutions executions,
            PaperEvents events,
            PaperLedger ledger,
            PaperPrices prices,
            PaperNews news,
            OpenOrders open,
            Matcher matcher,
            PaperSettings settings,
            TransactionOperations inTransaction) {
        this.paper = paper;
        this.orders = orders;
        this.executions = executions;
        this.events = events;
        this.ledger = ledger;
        this.prices = prices;
        this.news = news;
        this.open = open;
        this.matcher = matcher;
        this.settings = settings;
        this.inTransaction = inTransaction;
    }

    /** A trade, for the audit trail. */
    private record Traded(
            int number,
            String quantity,
            String price,
            String tickPrice,
            String fee,
            Instant tickAt,
            UUID transactionId) {}

    /** The price that set an order off, for the audit trail. */
    private record SetOff(String stop, String price, Instant at) {}

    /** Meets an order with a tick of its symbol; answers whether it traded. */
    boolean meet(OpenOrders.Working working, PriceTick tick) {
        PaperOrder known = working.kept();
        Outcome expected = matcher.onTick(known.order(), tick, known.rules(), Matcher.Funds.UNCHECKED);
        return switch (expected) {
            case Outcome.Unchanged() -> false;
            case Outcome.Followed(Order after) -> {
                BigDecimal best = Objects.requireNonNull(after.watch().best());
                Tenancy.as(
                        working.organisationId(),
                        () -> inTransaction
                                .execute(status -> orders.follow(known, best))
                                .ifPresent(kept -> open.put(working.organisationId(), kept)));
                yield false;
            }
            case Outcome.Triggered ignored -> Tenancy.as(working.organisationId(), () -> apply(working, tick));
            case Outcome.Traded ignored -> Tenancy.as(working.organisationId(), () -> apply(working, tick));
            case Outcome.Ended ignored -> Tenancy.as(working.organisationId(), () -> apply(working, tick));
        };
    }

    private boolean apply(OpenOrders.Working working, PriceTick tick) {
        UUID portfolioId = working.kept().portfolioId();
        try {
            return commit(working, portfolio -> met(portfolio, working.id(), tick));
        } catch (ProblemException e) {
            if (e.status().is5xxServerError()) {
                throw e;
            }
            if (e.status() == HttpStatus.NOT_FOUND) { // its portfolio was deleted
                open.remove(working.id());
                return false;
            }
            // the ledger or the plan says no, and would say so at every tick
            log.info(
                    "event=paper-order-refused order={} status={}",
                    working.id(),
                    e.status().value());
            Reason reason = Reason.of(Reason.Code.LEDGER_REFUSED, e.detail());
            return commit(working, portfolio -> refused(portfolioId, working.id(), reason));
        }
    }

    /** An order after a tick, and its trade if it had one. */
    private record Met(PaperOrder kept, Optional<PaperExecution> execution) {}

    private interface Step {
        Optional<Met> under(Portfolio portfolio);
    }

    private boolean commit(OpenOrders.Working working, Step step) {
        UUID portfolioId = working.kept().portfolioId();
        Optional<Met> met = Objects.requireNonNull(inTransaction.execute(status -> step.under(paper.lock(portfolioId))
                .map(done -> {
                    news.order(done.kept(), done.execution().orElse(null));
                    return done;
                })));
        if (met.isPresent()) {
            open.put(working.organisationId(), met.get().kept());
        } else { // somebody else was first
            orders.find(portfolioId, working.id())
                    .ifPresentOrElse(kept -> open.put(working.organisationId(), kept), () -> open.remove(working.id()));
        }
        return met.flatMap(Met::execution).isPresent();
    }

    private Optional<Met> met(Portfolio portfolio, UUID id, PriceTick tick) {
        Optional<PaperOrder> found = orders.find(portfolio.id(), id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        PaperOrder before = found.get();
        Optional<BigDecimal> rate = prices.rate(
                before.currency().getCode(), portfolio.baseCurrency().getCode());
        if (rate.isEmpty()) {
            log.warn("event=paper-order-waits order={} reason=\"no exchange rate\"", id);
            return Optional.empty();
        }
        Outcome outcome = matcher.onTick(
                before.order(), tick, before.rules(), (order, fill) -> funds(portfolio, order, fill, rate.get()));
        return switch (outcome) {
            case Outcome.Unchanged() -> Optional.empty();
            case Outcome.Followed(Order after) ->
                orders.follow(before, Objects.requireNonNull(after.watch().best()))
                        .map(kept -> new Met(kept, Optional.empty()));
            case Outcome.Triggered(Order after) ->
                changed(before, after).map(kept -> triggered(kept, before.order(), tick));
            case Outcome.Traded(Order after, Fill fill) ->
                changed(before, after).map(kept -> traded(kept, fill));
            case Outcome.Ended(Order after) -> changed(before, after).map(this::ended);
        };
    }

    private Optional<PaperOrder> changed(PaperOrder before, Order after) {
        return orders.change(before, after);
    }

    private Optional<Reason> funds(Portfolio portfolio, Order order, Fill fill, BigDecimal rate) {
        return ledger.account(portfolio)
                .trading(settings.margin())
                .refuse(
                        new TradingAccount.Trade(
                                fill.side(),
                                order.symbol(),
                                fill.quantity(),
                                fill.price(),
                                fill.tickPrice(),
                                fill.fee(),
                                rate),
                        TradingAccount.Claims.NONE);
    }

    private Met triggered(PaperOrder kept, Order before, PriceTick tick) {
        events.add(
                kept,
                PaperEvent.Kind.TRIGGERED,
                null,
                new SetOff(OrderView.text(before.stop().orElseThrow()), OrderView.text(tick.price()), tick.asOf()));
        return new Met(kept, Optional.empty());
    }

    private Met traded(PaperOrder kept, Fill fill) {
        UUID transactionId = ledger.book(kept, fill);
        PaperExecution execution = executions.insert(kept, fill, transactionId);
        events.add(
                kept,
                PaperEvent.Kind.FILLED,
                null,
                new Traded(
                        fill.number(),
                        OrderView.text(fill.quantity()),
                        OrderView.text(fill.price()),
                        OrderView.text(fill.tickPrice()),
                        OrderView.text(fill.fee()),
                        fill.at(),
                        transactionId));
        log.info(
                "event=paper-fill order={} number={} state={}",
                kept.id(),
                fill.number(),
                kept.order().state());
        return new Met(kept, Optional.of(execution));
    }

    private Met ended(PaperOrder kept) {
        PaperEvent.Kind kind = kept.order().state() == OrderState.EXPIRED
                ? PaperEvent.Kind.EXPIRED
                : kept.order().state() == OrderState.REJECTED ? PaperEvent.Kind.REJECTED : PaperEvent.Kind.CANCELLED;
        events.add(kept, kind, kept.order().reason(), OrderDesk.Ended.of(kept.order()));
        return new Met(kept, Optional.empty());
    }

    private Optional<Met> refused(UUID portfolioId, UUID id, Reason reason) {
        return orders.find(portfolioId, id)
                .filter(before -> before.order().state().isWorking())
                .flatMap(before -> changed(before, before.order().refused(reason)))
                .map(this::ended);
    }
}
