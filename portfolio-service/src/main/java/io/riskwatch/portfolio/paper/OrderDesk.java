package io.riskwatch.portfolio.paper;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.marketdata.Quote;
import io.riskwatch.portfolio.paper.order.Order;
import io.riskwatch.portfolio.paper.order.OrderClosed;
import io.riskwatch.portfolio.paper.order.OrderState;
import io.riskwatch.portfolio.paper.order.OrderTerms;
import io.riskwatch.portfolio.paper.order.OrderType;
import io.riskwatch.portfolio.paper.order.Reason;
import io.riskwatch.portfolio.paper.order.TermsRefused;
import io.riskwatch.portfolio.paper.order.TimeInForce;
import io.riskwatch.portfolio.paper.order.Watch;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes orders, changes them and takes them back. Each command is one transaction under the portfolio's lock with its line in the
 * audit trail; what cannot be carried is kept as a rejected order that says why.
 */
@Service
class OrderDesk {

    private final PaperPortfolios paper;
    private final PaperOrders orders;
    private final PaperEvents events;
    private final OrderCheck check;
    private final Listings listings;
    private final PaperPrices prices;
    private final OpenOrders open;
    private final PaperNews news;
    private final TransactionOperations inTransaction;
    private final Clock clock;

    OrderDesk(
            PaperPortfolios paper,
            PaperOrders orders,
            PaperEvents events,
            OrderCheck check,
            Listings listings,
            PaperPrices prices,
            OpenOrders open,
            PaperNews news,
            TransactionOperations inTransaction,
            Clock clock) {
        this.paper = paper;
        this.orders = orders;
        this.events = events;
        this.check = check;
        this.listings = listings;
        this.prices = prices;
        this.open = open;
        this.news = news;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /** An order as it was entered, for the audit trail. */
    private record Entered(String symbol, OrderTerms terms, Watch watch) {}

    /** Terms before and after, for the audit trail. */
    private record Replaced(OrderTerms before, OrderTerms after, Watch watch) {}

    /** How far an order had come when it ended, for the audit trail. */
    record Ended(String filledQuantity, String quantity) {

        static Ended of(Order order) {
            return new Ended(
                    OrderView.text(order.progress().quantity()),
                    OrderView.text(order.terms().quantity()));
        }
    }

    /** Takes an order; it comes back accepted, or rejected with the reason. */
    PaperOrder place(UUID portfolioId, OrderRequest request, @Nullable UUID by) {
        paper.require(portfolioId);
        OrderTerms terms = stated(request::terms);
        String symbol = request.normalSymbol();
        Optional<Listings.Listing> listing = listings.find(symbol);
        Optional<BigDecimal> price = listing.flatMap(found -> price(found));
        Instant until = listing.filter(found -> terms.timeInForce() == TimeInForce.DAY)
                .map(listings::endOfDay)
                .orElse(null);
        return committed(() -> {
            Portfolio portfolio = paper.lock(portfolioId);
            BigDecimal best = terms.type() == OrderType.TRAILING_STOP ? price.orElse(null) : null;
            Order order = Order.entered(UUID.randomUUID(), symbol, terms, Watch.from(seesAfter(symbol), until, best));
            CurrencyUnit currency = listing.map(Listings.Listing::currency).orElse(portfolio.baseCurrency());
            BigDecimal lotSize = listing.map(Listings.Listing::lotSize).orElse(BigDecimal.ONE);
            Optional<Reason> refusal = check.refuse(portfolio, order, listing, price);
            PaperOrder kept = orders.insert(
                    portfolioId, refusal.map(order::refused).orElseGet(order::accepted), currency, lotSize, by);
            events.add(kept, PaperEvent.Kind.ENTERED, null, new Entered(symbol, terms, order.watch()));
            events.add(
                    kept,
                    refusal.isPresent() ? PaperEvent.Kind.REJECTED : PaperEvent.Kind.ACCEPTED,
                    refusal.orElse(null),
                    Ended.of(kept.order()));
            return kept;
        });
    }

    /**
     * Gives an order new terms; when it cannot have them it stays as it was.
     *
     * @param expected whether the order is still the one the client read
     */
    PaperOrder replace(UUID portfolioId, UUID id, Predicate<PaperOrder> expected, ReplaceRequest request) {
        paper.require(portfolioId);
        PaperOrder read = orders.require(portfolioId, id);
        OrderTerms terms = stated(() -> request.terms(read.order().terms()));
        Optional<Listings.Listing> listing = listings.find(read.order().symbol());
        Optional<BigDecimal> price = listing.flatMap(found -> price(found));
        boolean becomesDay =
                terms.timeInForce() == TimeInForce.DAY && read.order().terms().timeInForce() != TimeInForce.DAY;
        Instant close = becomesDay ? listing.map(listings::endOfDay).orElse(null) : null;
        return committed(() -> {
            Portfolio portfolio = paper.lock(portfolioId);
            PaperOrder before = expected(portfolioId, id, expected);
            if (before.order().terms().equals(terms) && before.order().state().isWorking()) {
                return before; // the same command again
            }
            Instant until = terms.timeInForce() == TimeInForce.GTC
                    ? null
                    : becomesDay ? close : before.order().watch().until();
            BigDecimal best = terms.type() == OrderType.TRAILING_STOP ? price.orElse(null) : null;
            Watch watch = Watch.from(seesAfter(before.order().symbol()), until, best);
            Order after = command(before, order -> order.replaced(terms, watch));
            check.refuse(portfolio, after, listing, price).ifPresent(reason -> {
                throw refused(reason);
            });
            PaperOrder kept = changed(before, after);
            events.add(
                    kept,
                    PaperEvent.Kind.REPLACED,
                    null,
                    new Replaced(before.order().terms(), terms, watch));
            return kept;
        });
    }

    /** Takes an order back; of one that is taken back already, that. */
    PaperOrder cancel(UUID portfolioId, UUID id, Predicate<PaperOrder> expected) {
        paper.require(portfolioId);
        return committed(() -> {
            paper.lock(portfolioId);
            PaperOrder before = orders.require(portfolioId, id);
            if (before.order().state() == OrderState.CANCELLED) {
                return before;
            }
            Reason reason = Reason.of(Reason.Code.OWNER, "Taken back by its owner.");
            return cancelled(expected(portfolioId, id, expected), reason);
        });
    }

    /** Cancels an order within the caller's transaction, who holds the portfolio's lock. */
    PaperOrder cancelled(PaperOrder before, Reason reason) {
        PaperOrder kept = changed(before, command(before, order -> order.cancelled(reason)));
        events.add(kept, PaperEvent.Kind.CANCELLED, reason, Ended.of(kept.order()));
        return kept;
    }

    /** Ends a day order whose day is over; whoever comes second finds it ended. */
    void expire(UUID portfolioId, UUID id) {
        committed(() -> {
            paper.lock(portfolioId);
            PaperOrder before = orders.require(portfolioId, id);
            if (!before.order().state().isWorking() || !before.order().isOverAt(clock.instant())) {
                return before;
            }
            PaperOrder kept = changed(before, before.order().expired());
            events.add(kept, PaperEvent.Kind.EXPIRED, kept.order().reason(), Ended.of(kept.order()));
            return kept;
        });
    }

    private PaperOrder expected(UUID portfolioId, UUID id, Predicate<PaperOrder> expected) {
        PaperOrder found = orders.require(portfolioId, id);
        if (!expected.test(found)) {
            throw ProblemException.preconditionFailed("The order was changed since it was read; read it again.");
        }
        return found;
    }

    private PaperOrder changed(PaperOrder before, Order after) {
        return orders.change(before, after)
                .orElseThrow(() -> ProblemException.conflict("The order was changed at the same moment; try again."));
    }

    private static Order command(PaperOrder before, Function<Order, Order> command) {
        try {
            return command.apply(before.order());
        } catch (OrderClosed e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        } catch (TermsRefused e) {
            throw ProblemException.unprocessable(e.field(), e.reason());
        }
    }

    private static OrderTerms stated(Supplier<OrderTerms> terms) {
        try {
            return terms.get();
        } catch (TermsRefused e) {
            throw ProblemException.unprocessable(e.field(), e.reason());
        }
    }

    private static ProblemException refused(Reason reason) {
        String field = reason.field() == null ? "quantity" : reason.field();
        return ProblemException.unprocessable(field, reason.message())
                .with("code", reason.code().name());
    }

    /** After the commit ticks find it, and the owner hears of it. */
    private PaperOrder committed(Supplier<PaperOrder> work) {
        PaperOrder kept = Objects.requireNonNull(inTransaction.execute(status -> {
            PaperOrder done = work.get();
            news.order(done, null);
            return done;
        }));
        open.put(organisation(), kept);
        return kept;
    }

    private Optional<BigDecimal> price(Listings.Listing listing) {
        return prices.latest(listing.symbol())
                .map(Tick::price)
                .or(() -> listings.quote(listing.symbol()).map(Quote::price));
    }

    /** Later than now, and later than what is known. The database keeps microseconds, and so do ticks that are compared. */
    private Instant seesAfter(String symbol) {
        Instant now = clock.instant();
        Instant known = prices.latest(symbol).map(Tick::asOf).orElse(now);
        return (known.isAfter(now) ? known : now).truncatedTo(ChronoUnit.MICROS);
    }
}
