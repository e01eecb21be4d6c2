package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Lot;
import io.riskwatch.portfolio.ledger.LotChoice;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.transaction.TransactionService;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a position comes to in the ledger: units transferred in at their cost, or out with it. */
@Component
class PositionBookings {

    private final PortfolioAccounts accounts;
    private final Holdings holdings;
    private final TransactionService transactions;
    private final Clock clock;

    PositionBookings(PortfolioAccounts accounts, Holdings holdings, TransactionService transactions, Clock clock) {
        this.accounts = accounts;
        this.holdings = holdings;
        this.transactions = transactions;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void bringIn(UUID portfolioId, NewPosition position) {
        if (position.quantity().signum() <= 0) {
            throw ProblemException.unprocessable("quantity", "is above 0");
        }
        if (position.date().isAfter(today().plusDays(1))) { // today is already tomorrow east of Greenwich
            throw ProblemException.unprocessable("date", "%s lies in the future".formatted(position.date()));
        }
        book(
                portfolioId,
                accounts.standard(portfolioId),
                () -> new Booking(
                        position.date(),
                        TransactionType.TRANSFER_IN,
                        position.symbol(),
                        position.quantity(),
                        null,
                        position.averageCost(),
                        position.currency(),
                        BigDecimal.ZERO,
                        null));
    }

    /** All units, from each account they are in; under every lot method it is these lots that go. */
    void takeOut(UUID portfolioId, ClientPosition position) {
        for (Account account : accounts.of(portfolioId)) {
            holdings.of(new Scope(portfolioId, account.id()), LotMethod.FIFO, LocalDate.MAX).positions().stream()
                    .filter(held -> held.symbol().equals(position.symbol())
                            && held.quantity().signum() != 0)
                    .forEach(held -> takeOut(portfolioId, account.id(), held));
        }
    }

    private void takeOut(UUID portfolioId, UUID account, Position held) {
        var day = held.lots().stream()
                .map(Lot::opened)
                .filter(opened -> opened.isAfter(today()))
                .max(Comparator.naturalOrder())
                .orElse(today());
        book(
                portfolioId,
                account,
                () -> new Booking(
                                day,
                                TransactionType.TRANSFER_OUT,
                                held.symbol(),
                                held.quantity(),
                                null,
                                null,
                                held.currency(),
                                BigDecimal.ZERO,
                                null)
                        .choosing(held.lots().stream()
                                .map(lot -> new LotChoice(lot.id(), lot.quantity()))
                                .toList()));
    }

    private void book(UUID portfolioId, UUID account, Supplier<Booking> booking) {
        try {
            transactions.book(portfolioId, BookedIn.one(account), booking.get(), null);
        } catch (BookingRefused e) {
            throw ProblemException.unprocessable(e.field().equals("price") ? "averageCost" : e.field(), e.reason());
        }
    }
}
