package io.riskwatch.portfolio.marketdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The splits and cash dividends of one instrument, as the source of its prices tells them. */
public record CorporateEvents(
        String symbol,
        String currency,
        String provider,
        boolean simulated,
        List<Split> splits,
        List<Dividend> dividends) {

    public CorporateEvents {
        splits = List.copyOf(splits);
        dividends = List.copyOf(dividends);
    }

    /**
     * New shares for old ones.
     *
     * @param date the first day traded on the new basis
     */
    public record Split(LocalDate date, int newShares, int oldShares) {}

    /**
     * Cash per share.
     *
     * @param date the ex-date: whoever holds the share at the close before gets it
     */
    public record Dividend(LocalDate date, BigDecimal amount) {}
}
