package io.riskwatch.portfolio.imports;

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
 * Which currency a row has that names none: the one its symbol is booked in already, else the one it is quoted in, else
 * the portfolio's. Reads the whole file for that before anything is stored, and refuses it then when it must.
 */
@Component
class RowCurrencies {

    /** More symbols without a currency than any market has are not asked for. */
    private static final int MOST_ASKED = 5_000;

    private final Transactions transactions;
    private final MarketData marketData;

    RowCurrencies(Transactions transactions, MarketData marketData) {
        this.transactions = transactions;
        this.marketData = marketData;
    }

    Function<@Nullable String, CurrencyUnit> of(
            Portfolio portfolio, StatementReader reader, LocalDate today, Malformed malformed) {
        var booked = transactions.currencies(portfolio.id());
        var unknown = new TreeSet<String>();
        var wrong = new ArrayList<FileRefused.Place>();
        Function<@Nullable String, CurrencyUnit> collecting = symbol -> {
            if (symbol != null && !booked.containsKey(symbol) && unknown.size() < MOST_ASKED) {
                unknown.add(symbol);
            }
            return portfolio.baseCurrency();
        };
        reader.rows(header -> new RowReader(header, collecting, today, today.plusDays(1)), row -> {
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
        return symbol -> symbol == null
                ? portfolio.baseCurrency()
                : Optional.ofNullable(booked.get(symbol))
                        .or(() -> Optional.ofNullable(quotes.get(symbol)).flatMap(RowCurrencies::currency))
                        .orElse(portfolio.baseCurrency());
    }

    private static Optional<CurrencyUnit> currency(Quote quote) {
        try {
            return Optional.of(CurrencyUnit.of(quote.currency()));
        } catch (IllegalCurrencyException e) {
            return Optional.empty(); // an index or a factor has points and no currency
        }
    }
}
