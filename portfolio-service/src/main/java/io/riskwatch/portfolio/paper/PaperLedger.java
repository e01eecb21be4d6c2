package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.holding.HeldPortfolio;
import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.margin.rate.RateBooks;
import io.riskwatch.portfolio.paper.order.Fill;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.portfolio.transaction.RowIdentity;
import io.riskwatch.portfolio.transaction.TransactionService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of a paper portfolio: what it says at the latest prices, and the bookings of fills. */
@Component
class PaperLedger {

    private final Holdings holdings;
    private final TransactionService service;
    private final PortfolioAccounts accounts;
    private final PaperPrices prices;
    private final RateBooks rates;

    PaperLedger(
            Holdings holdings,
            TransactionService service,
            PortfolioAccounts accounts,
            PaperPrices prices,
            RateBooks rates) {
        this.holdings = holdings;
        this.service = service;
        this.accounts = accounts;
        this.prices = prices;
        this.rates = rates;
    }

    /** The portfolio as its ledger has it, at the latest prices and by the organisation's rates of today. */
    @Transactional(readOnly = true)
    public PaperAccount account(Portfolio portfolio) {
        HeldPortfolio ledger = holdings.of(portfolio.id());
        String base = portfolio.baseCurrency().getCode();
        Set<String> unknown = new TreeSet<>();
        List<PaperAccount.Balance> cash = new ArrayList<>();
        for (BigMoney money : ledger.cash()) {
            cash.add(
                    new PaperAccount.Balance(money, rate(money.getCurrencyUnit().getCode(), base, unknown)));
        }
        List<PaperAccount.Valued> positions = new ArrayList<>();
        for (Position held : ledger.positions()) {
            String currency = held.currency().getCode();
            Optional<BigDecimal> live = prices.latest(held.symbol())
                    .filter(tick -> tick.currency().equals(currency))
                    .map(Tick::price);
            BigDecimal price = live.or(() -> held.lastTrade().map(Position.LastTrade::price))
                    .orElse(BigDecimal.ZERO);
            positions.add(new PaperAccount.Valued(
                    held.symbol(),
                    held.quantity(),
                    price,
                    held.currency(),
                    rate(currency, base, unknown),
                    live.isEmpty() || prices.stale(held.symbol()) || prices.staleRate(currency, base)));
        }
        return new PaperAccount(portfolio.baseCurrency(), cash, positions, List.copyOf(unknown), rates.today());
    }

    private BigDecimal rate(String currency, String base, Set<String> unknown) {
        return prices.rate(currency, base).orElseGet(() -> {
            unknown.add(currency);
            return BigDecimal.ZERO;
        });
    }

    /** Books a fill; its identity follows from order and number, so that it is booked once however often it is tried. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID book(PaperOrder order, Fill fill) {
        Booking booking = new Booking(
                LocalDate.ofInstant(fill.at(), ZoneOffset.UTC),
                fill.side().isBuy() ? TransactionType.BUY : TransactionType.SELL,
                order.order().symbol(),
                fill.quantity(),
                null,
                fill.price(),
                order.currency(),
                fill.fee(),
                null);
        return service.book(
                        order.portfolioId(),
                        BookedIn.one(accounts.standard(order.portfolioId())),
                        booking,
                        note(order, fill),
                        RowIdentity.ofBroker("paper", order.id() + "/" + fill.number()))
                .id();
    }

    private static String note(PaperOrder order, Fill fill) {
        return "Paper %s order %s, trade %d"
                .formatted(
                        order.order()
                                .terms()
                                .type()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                        order.id(),
                        fill.number());
    }
}
