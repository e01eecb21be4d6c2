package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Oversold;
import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.MarketDataAway;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.service.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Records, changes and deletes transactions one by one; the ledger must replay afterwards, or nothing changes. */
@Service
class TransactionService {

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final HoldingsLimit holdingsLimit;
    private final MarketData marketData;
    private final TransactionOperations inTransaction;
    private final Clock clock;

    TransactionService(
            Portfolios portfolios,
            Transactions transactions,
            HoldingsLimit holdingsLimit,
            MarketData marketData,
            TransactionOperations inTransaction,
            Clock clock) {
        this.portfolios = portfolios;
        this.transactions = transactions;
        this.holdingsLimit = holdingsLimit;
        this.marketData = marketData;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    RecordedTransaction record(UUID portfolioId, TransactionRequest request) {
        var booking = checked(portfolioId, request);
        return changing(portfolioId, () -> transactions.insert(portfolioId, booking, request.normalNote()));
    }

    RecordedTransaction change(
            UUID portfolioId, UUID id, Predicate<RecordedTransaction> expected, TransactionRequest request) {
        transactions.require(portfolioId, id);
        var booking = checked(portfolioId, request);
        return changing(portfolioId, () -> {
            if (!expected.test(transactions.require(portfolioId, id))) {
                throw ProblemException.preconditionFailed(
                        "The transaction was changed since it was read; read it again.");
            }
            return transactions.update(portfolioId, id, booking, request.normalNote());
        });
    }

    void delete(UUID portfolioId, UUID id) {
        changing(portfolioId, () -> {
            var deleted = transactions.require(portfolioId, id);
            transactions.delete(portfolioId, id);
            return deleted;
        });
    }

    /** The change, and then the whole ledger from the first day: a backdated entry shows only there what it breaks. */
    private RecordedTransaction changing(UUID portfolioId, Supplier<RecordedTransaction> change) {
        try {
            return java.util.Objects.requireNonNull(inTransaction.execute(status -> {
                portfolios.lock(portfolioId);
                var before = transactions.replay(portfolioId);
                var changed = change.get();
                holdingsLimit.require(before, transactions.replay(portfolioId));
                return changed;
            }));
        } catch (Oversold e) {
            throw ProblemException.unprocessable("quantity", e.reason());
        } catch (BookingRefused e) {
            throw ProblemException.unprocessable(e.field(), e.reason());
        }
    }

    private Booking checked(UUID portfolioId, TransactionRequest request) {
        var portfolio = portfolios.require(portfolioId);
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
