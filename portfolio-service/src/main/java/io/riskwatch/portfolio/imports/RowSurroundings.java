package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.imports.statement.FileRefused;
import io.riskwatch.portfolio.imports.statement.Place;
import io.riskwatch.portfolio.imports.statement.StatementReader;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.imports.statement.Surroundings;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.Quote;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a file does not say itself. The currency of a row that names none: the one its symbol is booked in already, else the
 * one it is quoted in, else the portfolio's. Reads the whole file for that before anything is stored, and refuses it then
 * when it must.
 */
@Component
class RowSurroundings {

    /** More symbols without a currency than any market has are not asked for. */
    private static final int MOST_ASKED = 5_000;

    private final Transactions transactions;
    private final MarketData marketData;
    private final SecurityAliases aliases;

    RowSurroundings(Transactions transactions, MarketData marketData, SecurityAliases aliases) {
        this.transactions = transactions;
        this.marketData = marketData;
        this.aliases = aliases;
    }

    Surroundings of(Portfolio portfolio, StatementReader reader, LocalDate today, Malformed malformed) {
        var booked = transactions.currencies(portfolio.id());
        var unknown = new TreeSet<String>();
        var wrong = new ArrayList<Place>();
        Function<@Nullable String, CurrencyUnit> collecting = symbol -> {
            if (symbol != null && !booked.containsKey(symbol) && unknown.size() < MOST_ASKED) {
                unknown.add(symbol);
            }
            return portfolio.baseCurrency();
        };
        var symbolOf = aliases.known();
        reader.rows(new Surroundings(collecting, symbolOf, today, today.plusDays(1)), row -> {
            if (malformed == Malformed.REFUSE
                    && row instanceof StatementRow.Malformed bad
                    && wrong.size() < FileRefused.NAMED) {
                wrong.add(bad.place());
            }
        });
        if (!wrong.isEmpty()) {
            throw new FileRefused(List.copyOf(wrong));
        }
        Map<String, Quote> quotes =
                unknown.isEmpty() ? Map.of() : marketData.quotes(unknown).bySymbol();
        return new Surroundings(
                symbol -> symbol == null
                        ? portfolio.baseCurrency()
                        : Optional.ofNullable(booked.get(symbol))
                                .or(() ->
                                        Optional.ofNullable(quotes.get(symbol)).flatMap(RowSurroundings::currency))
                                .orElse(portfolio.baseCurrency()),
                symbolOf,
                today,
                today.plusDays(1));
    }

    private static Optional<CurrencyUnit> currency(Quote quote) {
        try {
            return Optional.of(CurrencyUnit.of(quote.currency()));
        } catch (IllegalCurrencyException e) {
            return Optional.empty(); // an index or a factor has points and no currency
        }
    }
}
