package io.riskwatch.portfolio.marketdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The splits and cash dividends of one instrument, as the source of its prices tells them.
 *
 * @param dividends up to the last day with a price
 * @param announced of later ex-dates, the soonest first
 */
public record CorporateEvents(
        String symbol,
        String currency,
        String provider,
        boolean simulated,
        List<Split> splits,
        List<Dividend> dividends,
        List<Dividend> announced) {

    public CorporateEvents {
        splits = List.copyOf(splits);
        dividends = List.copyOf(dividends);
        announced =
                announced == null ? List.of() : List.copyOf(announced); // a replica of the version before tells none
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
     * @param payDate when the money comes; {@code null} where the source does not say
     * @param announcedOn when it was promised; {@code null} where the source does not say
     */
    public record Dividend(
            LocalDate date,
            BigDecimal amount,
            @Nullable LocalDate payDate,
            @Nullable LocalDate announcedOn) {}
}
