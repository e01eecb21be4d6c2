package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Oversold;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.MarketDataAway;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.service.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Records, changes and deletes transactions one by one; the ledger must replay afterwards, or nothing changes. */
@Service
public class TransactionService {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;
    private final LedgerParts parts;
    private final Revisions revisions;
    private final HoldingsLimit holdingsLimit;
    private final MarketData marketData;
    private final TransactionOperations inTransaction;
    private final Clock clock;

    TransactionService(
            Portfolios portfolios,
            PortfolioAccounts accounts,
            Transactions transactions,
            LedgerParts parts,
            Revisions revisions,
            HoldingsLimit holdingsLimit,
            MarketData marketData,
            TransactionOperations inTransaction,
            Clock clock) {
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.transactions = transactions;
        this.parts = parts;
        this.revisions = revisions;
        this.holdingsLimit = holdingsLimit;
        this.marketData = marketData;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    RecordedTransaction record(UUID portfolioId, TransactionRequest request) {
        var booking = checked(portfolioId, request);
        return changing(
                portfolioId,
                () -> List.of(booking),
                () -> transactions.insert(
                        portfolioId, in(portfolioId, request, booking, null), booking, request.normalNote()));
    }

    /** Books what needs no check but the ledger's own; inside the caller's database transaction when there is one. */
    public RecordedTransaction book(UUID portfolioId, BookedIn in, Booking booking, @Nullable String note) {
        return changing(portfolioId, () -> List.of(booking), () -> transactions.insert(portfolioId, in, booking, note));
    }

    /**
     * The same for what is the same booking however often it is made: of one that stands already, that.
     *
     * @param identity see {@link RowIdentity}
     */
    public RecordedTransaction book(
            UUID portfolioId, BookedIn in, Booking booking, @Nullable String note, UUID identity) {
        return changing(
                portfolioId,
                () -> List.of(booking),
                () -> Optional.ofNullable(transactions
                                .known(portfolioId, List.of(identity))
                                .get(identity))
                        .map(id -> transactions.require(portfolioId, id))
                        .orElseGet(() -> transactions.insert(portfolioId, in, booking, note, identity)));
    }

    RecordedTransaction change(
            UUID portfolioId, UUID id, Predicate<RecordedTransaction> expected, TransactionRequest request) {
        transactions.require(portfolioId, id);
        var booking = checked(portfolioId, request);
        return changing(portfolioId, () -> List.of(said(portfolioId, id), booking), () -> {
            var before = require(portfolioId, id, expected);
            var in = in(portfolioId, request, booking, before.in());
            return transactions.update(portfolioId, id, in, booking, request.normalNote());
        });
    }

    void delete(UUID portfolioId, UUID id, Predicate<RecordedTransaction> expected) {
        portfolios.requireKeptByHand(portfolioId);
        changing(portfolioId, () -> List.of(said(portfolioId, id)), () -> {
            var deleted = require(portfolioId, id, expected);
            transactions.delete(portfolioId, id);
            return deleted;
        });
    }

    private Booking said(UUID portfolioId, UUID id) {
        return transactions.require(portfolioId, id).booking();
    }

    private RecordedTransaction require(UUID portfolioId, UUID id, Predicate<RecordedTransaction> expected) {
        var found = transactions.require(portfolioId, id);
        if (!expected.test(found)) {
            throw ProblemException.preconditionFailed("The transaction was changed since it was read; read it again.");
        }
        return found;
    }

    /** The accounts a request means: those it names, else those of before, else the standard one. */
    private BookedIn in(UUID portfolioId, TransactionRequest request, Booking booking, @Nullable BookedIn before) {
        var account = request.accountId() != null
                ? account(portfolioId, "accountId", request.accountId())
                : before == null ? accounts.standard(portfolioId) : before.account();
        var kept = before == null || booking.type() != TransactionType.TRANSFER ? null : before.toAccount();
        var toAccount =
                request.toAccountId() == null ? kept : account(portfolioId, "toAccountId", request.toAccountId());
        return new BookedIn(account, toAccount).checkedFor(booking);
    }

    private UUID account(UUID portfolioId, String field, UUID named) {
        return accounts.find(portfolioId, named)
                .map(Account::id)
                .orElseThrow(() -> new BookingRefused(field, "%s is no account of this portfolio".formatted(named)));
    }

    /** What happened to a transaction; one that was deleted still has its history. */
    TransactionHistoryView history(UUID portfolioId, UUID id) {
        portfolios.require(portfolioId);
        var former = revisions.of(portfolioId, id);
        var recordedAt = former.isEmpty()
                ? revisions.recordedAt(portfolioId, id).orElseThrow(() -> ProblemException.notFound("transaction"))
                : former.getFirst().recordedAt();
        return TransactionHistoryView.of(id, former, transactions.find(portfolioId, id), recordedAt);
    }

    /**
     * The change, and then its part of the ledger from the first day: a backdated entry shows only there what it breaks.
     *
     * @param bookings that come, go or are changed
     */
    private RecordedTransaction changing(
            UUID portfolioId, Supplier<List<Booking>> bookings, Supplier<RecordedTransaction> change) {
        try {
            return Objects.requireNonNull(inTransaction.execute(status -> {
                portfolios.lock(portfolioId);
                var symbols = parts.tiedTo(portfolioId, symbols(bookings.get()));
                var before = transactions.replay(portfolioId, symbols);
                var changed = change.get();
                holdingsLimit.require(
                        before, transactions.replay(portfolioId, symbols), () -> transactions.replay(portfolioId));
                return changed;
            }));
        } catch (Oversold e) {
            throw ProblemException.unprocessable("quantity", e.reason());
        } catch (BookingRefused e) {
            throw ProblemException.unprocessable(e.field(), e.reason());
        }
    }

    private static Set<String> symbols(List<Booking> bookings) {
        return bookings.stream()
                .flatMap(booking -> Stream.of(booking.symbol(), booking.terms().newSymbol()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Booking checked(UUID portfolioId, TransactionRequest request) {
        var portfolio = portfolios.requireKeptByHand(portfolioId);
        var latest = LocalDate.now(clock).plusDays(1); // today is already tomorrow east of Greenwich
        if (request.date().isAfter(latest)) {
            throw ProblemException.unprocessable("date", "%s lies in the future".formatted(request.date()));
        }
        try {
            return request.booking(currency(portfolio, request));
        } catch (BookingRefused e) {
            throw ProblemException.unprocessable(e.field(), e.reason());
        }
    }

    private CurrencyUnit currency(Portfolio portfolio, TransactionRequest request) {
        var symbol = request.normalSymbol();
        var currencies = transactions.currencies(portfolio.id());
        var booked = Optional.ofNullable(symbol).map(currencies::get);
        var quoted = symbol == null || booked.isPresent()
                ? Optional.<CurrencyUnit>empty()
                : Optional.of(
                        TransactionRequest.currency(instrument("symbol", symbol).currency()));
        var newSymbol = request.normalNewSymbol();
        if (newSymbol != null && !currencies.containsKey(newSymbol)) {
            instrument("newSymbol", newSymbol);
        }
        return request.currency() != null
                ? TransactionRequest.currency(request.currency())
                : booked.or(() -> quoted).orElse(portfolio.baseCurrency());
    }

    /** What is entered by hand is a symbol the market knows: a typing error is found now and not in the valuation. */
    private Instrument instrument(String field, String symbol) {
        try {
            return marketData
                    .instrument(symbol)
                    .orElseThrow(() -> new BookingRefused(
                            field, "'%s' is not known; search for it, or upload its price history".formatted(symbol)));
        } catch (MarketDataAway e) {
            throw ProblemException.unavailable(
                    Duration.ofSeconds(5), "Market data is away, so that the symbol cannot be checked.");
        }
    }
}
