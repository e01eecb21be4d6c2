package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** A position without its lots. */
public record Held(String symbol, CurrencyUnit currency, BigDecimal quantity, Optional<Position.LastTrade> lastTrade) {

    /** The same security in two accounts. */
    Held and(Held other) {
        return new Held(symbol, currency, Decimals.normal(quantity.add(other.quantity)), lastTrade);
    }
}
