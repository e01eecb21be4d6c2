package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.MarketDataAway;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.service.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which currency a new position is in: as said, as held already, or as the market trades it. */
@Component
public class PositionInstruments {

    private final Transactions transactions;
    private final MarketData marketData;

    PositionInstruments(Transactions transactions, MarketData marketData) {
        this.transactions = transactions;
        this.marketData = marketData;
    }

    /** What is to be done about a symbol that neither the account nor the market knows. */
    public enum Unknown {
        /** It is a typing error. */
        REFUSED,
        /** It is held without a price, and valued at its cost. */
        UNPRICED
    }

    /** The currency of the symbol in the client's account; not for use inside a database transaction. */
    public CurrencyUnit currency(Client client, String symbol, @Nullable String said, Unknown unknown) {
        var held = Optional.ofNullable(
                transactions.currencies(client.portfolioId()).get(symbol));
        var traded = held.isPresent() ? Optional.<String>empty() : traded(symbol);
        if (held.isEmpty() && traded.isEmpty() && unknown == Unknown.REFUSED) {
            throw ProblemException.unprocessable(
                    "symbol", "'%s' is not known; search for it, or upload its price history".formatted(symbol));
        }
        if (said != null) {
            return currency(said);
        }
        return held.or(() -> traded.map(PositionInstruments::currency)).orElse(client.currency());
    }

    private Optional<String> traded(String symbol) {
        try {
            return marketData.instrument(symbol).map(Instrument::currency);
        } catch (MarketDataAway e) {
            throw ProblemException.unavailable(
                    Duration.ofSeconds(5), "Market data is away, so that the symbol cannot be checked.");
        }
    }

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw ProblemException.unprocessable("currency", "'%s' is not a currency of ISO 4217".formatted(code));
        }
    }
}
