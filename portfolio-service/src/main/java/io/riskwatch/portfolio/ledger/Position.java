package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * What is held of one security.
 *
 * @param currency the one its lots were paid in
 * @param lots oldest first; their quantities add up to {@code quantity}
 * @param cost of what is held, absent when the cost of a lot is not known
 * @param realisedGain of what was sold, over lots whose cost is known
 * @param lastTrade the newest price a booking showed, after later splits
 */
public record Position(
        String symbol,
        CurrencyUnit currency,
        BigDecimal quantity,
        List<Lot> lots,
        Optional<BigMoney> cost,
        BigMoney realisedGain,
        Optional<LastTrade> lastTrade) {

    public Position {
        lots = List.copyOf(lots);
    }

    /** A price seen in the ledger itself. */
    public record LastTrade(LocalDate date, BigDecimal price) {}
}
