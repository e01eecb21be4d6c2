package io.riskwatch.portfolio.paper;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;
import static java.util.Objects.requireNonNull;

import io.riskwatch.portfolio.paper.order.MarginTerms.Requirement;
import io.riskwatch.portfolio.paper.order.Order;
import io.riskwatch.portfolio.paper.order.OrderTerms;
import io.riskwatch.portfolio.paper.order.Reason;
import io.riskwatch.portfolio.paper.order.Side;
import io.riskwatch.portfolio.paper.order.TradingAccount;
import io.riskwatch.portfolio.paper.order.Watch;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What a broker does when a paper account runs out of margin: it warns while little remains, and when the requirement is above the
 * equity by more than a tenth it cancels the open orders and closes positions at the market until the requirement is met, the
 * largest requirement first. After LEAN's default margin call model.
 */
@Service
class Liquidations {

    private static final Logger log = LoggerFactory.getLogger(Liquidations.class);

    private final PaperPortfolios paper;
    private final PaperOrders orders;
    private final PaperEvents events;
    private final PaperLedger ledger;
    private final OrderDesk desk;
    private final OpenOrders open;
    private final PaperNews news;
    private final PaperSettings settings;
    private final TransactionOperations inTransaction;
    private final Clock clock;

    Liquidations(
            PaperPortfolios paper,
            PaperOrders orders,
            PaperEvents events,
            PaperLedger ledger,
            OrderDesk desk,
            OpenOrders open,
            PaperNews news,
            PaperSettings settings,
            TransactionOperations inTransaction,
            Clock clock) {
        this.paper = paper;
        this.orders = orders;
        this.events = events;
        this.ledger = ledger;
        this.desk = desk;
        this.open = open;
        this.news = news;
        this.settings = settings;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /** How an account stood, for the audit trail. */
    private record Stood(String equity, String requirement, String currency) {}

    /** An order the platform made, for the audit trail. */
    private record Made(String symbol, Side side, String quantity) {}

    /** The account as the ledger has it now; empty when it is gone. */
    Optional<PaperAccount> read(UUID portfolioId) {
        try {
            return Optional.of(ledger.account(paper.require(portfolioId)));
        } catch (ProblemException gone) {
            log.debug("event=paper-portfolio-gone portfolio={} reason=\"{}\"", portfolioId, gone.detail());
            return Optional.empty();
        }
    }

    /** Reads the account under its lock and does what its margin asks for; asked twice, it does it once. */
    void act(UUID portfolioId) {
        List<PaperOrder> changed = Objects.requireNonNull(inTransaction.execute(status -> {
            Portfolio portfolio = paper.lock(portfolioId);
            PaperAccount account = ledger.account(portfolio);
            boolean uncertain = !account.unknownRates().isEmpty()
                    || account.positions().stream().anyMatch(PaperAccount.Valued::stale);
            return uncertain ? List.<PaperOrder>of() : act(portfolio, account);
        }));
        changed.forEach(order -> open.put(organisation(), order));
    }

    private List<PaperOrder> act(Portfolio portfolio, PaperAccount account) {
        TradingAccount trading = account.trading(settings.margin());
        return switch (PaperMarginWatch.standing(trading, settings.margin())) {
            case SAFE -> {
                if (isWellAbove(trading)) {
                    paper.warned(portfolio.id(), false);
                }
                yield List.of();
            }
            case WARNED -> {
                if (paper.warned(portfolio.id(), true)) {
                    tell(portfolio, trading, PaperEvent.Kind.MARGIN_WARNING, "Little margin remains");
                }
                yield List.of();
            }
            case OVER -> liquidate(portfolio, account, trading);
        };
    }

    /** Twice as far from the warning as it begins, so that an account on the edge is not warned again and again. */
    private boolean isWellAbove(TradingAccount trading) {
        BigDecimal remaining = trading.equity().subtract(trading.maintenanceRequirement());
        BigDecimal far = settings.margin().warnBelow().multiply(BigDecimal.TWO);
        return remaining.compareTo(trading.equity().multiply(far)) > 0;
    }

    private List<PaperOrder> liquidate(Portfolio portfolio, PaperAccount account, TradingAccount trading) {
        List<PaperOrder> standing = orders.open(portfolio.id(), Integer.MAX_VALUE);
        if (standing.stream().anyMatch(order -> order.enteredBy() == null)) {
            return List.of(); // on the way already
        }
        tell(portfolio, trading, PaperEvent.Kind.LIQUIDATION, "Positions are closed");
        Reason reason = Reason.of(
                Reason.Code.MARGIN_LIQUIDATION,
                "The maintenance requirement is more than %s of the equity."
                        .formatted(percent(settings.margin().liquidateAbove())));
        List<PaperOrder> changed = new ArrayList<>();
        for (PaperOrder order : standing) {
            PaperOrder cancelled = desk.cancelled(order, reason);
            news.order(cancelled, null);
            changed.add(cancelled);
        }
        BigDecimal missing = trading.maintenanceRequirement().subtract(trading.equity());
        Map<String, Requirement> required = trading.requirements();
        for (PaperAccount.Valued held : byRequirement(account, required)) {
            if (missing.signum() > 0) {
                BigDecimal perUnit =
                        maintenance(held, required).divide(held.quantity().abs(), MathContext.DECIMAL64);
                PaperOrder closing =
                        close(portfolio.id(), held, missing.divide(perUnit, MathContext.DECIMAL64), reason);
                missing = missing.subtract(
                        perUnit.multiply(closing.order().terms().quantity()));
                changed.add(closing);
            }
        }
        return changed;
    }

    private static List<PaperAccount.Valued> byRequirement(PaperAccount account, Map<String, Requirement> required) {
        Function<PaperAccount.Valued, BigDecimal> maintenance = held -> maintenance(held, required);
        return account.positions().stream()
                .filter(held -> maintenance.apply(held).signum() > 0)
                .sorted(Comparator.comparing(maintenance).reversed().thenComparing(PaperAccount.Valued::symbol))
                .toList();
    }

    private static BigDecimal maintenance(PaperAccount.Valued held, Map<String, Requirement> required) {
        return requireNonNull(required.get(held.symbol()), held.symbol()).maintenance();
    }

    private PaperOrder close(UUID portfolioId, PaperAccount.Valued held, BigDecimal wanted, Reason reason) {
        BigDecimal lotSize = orders.latest(portfolioId, held.symbol())
                .map(PaperOrder::lotSize)
                .orElse(BigDecimal.ONE);
        BigDecimal quantity = wanted.divide(lotSize, 0, RoundingMode.CEILING)
                .multiply(lotSize)
                .min(held.quantity().abs());
        Side side = held.quantity().signum() > 0 ? Side.SELL : Side.BUY;
        Order order = Order.entered(
                        UUID.randomUUID(),
                        held.symbol(),
                        OrderTerms.market(side, quantity),
                        Watch.from(clock.instant().truncatedTo(ChronoUnit.MICROS), null, null))
                .accepted();
        PaperOrder kept = orders.insert(portfolioId, order, held.currency(), lotSize, null);
        Made made = new Made(held.symbol(), side, OrderView.text(quantity));
        events.add(kept, PaperEvent.Kind.ENTERED, reason, made);
        events.add(kept, PaperEvent.Kind.ACCEPTED, reason, made);
        news.order(kept, null);
        return kept;
    }

    private void tell(Portfolio portfolio, TradingAccount trading, PaperEvent.Kind kind, String what) {
        int decimals = portfolio.baseCurrency().getDecimalPlaces();
        String equity =
                trading.equity().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        String requirement = trading.maintenanceRequirement()
                .setScale(decimals, RoundingMode.UP)
                .toPlainString();
        String currency = portfolio.baseCurrency().getCode();
        String message = "%s: the positions require %s %s, and the equity is %s %s."
                .formatted(what, requirement, currency, equity, currency);
        events.add(
                portfolio.id(),
                null,
                kind,
                Reason.of(Reason.Code.MARGIN_LIQUIDATION, message),
                new Stood(equity, requirement, currency));
        news.margin(portfolio.id(), kind, message);
        log.info("event=paper-margin portfolio={} kind={}", portfolio.id(), kind);
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
