package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.MarginRules;
import io.riskwatch.portfolio.margin.OptionTerms;
import io.riskwatch.portfolio.tick.Tick;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a margin account consists of, as read from the database: everything but prices.
 *
 * @param clientId whose account it is; absent when it is no client's
 * @param clientNumber of that client
 * @param currency of its figures
 * @param setLoan what is borrowed when that was set by hand; absent when it follows from the cash
 * @param cash of each account apart: what is owed in one is not paid by what lies in another
 * @param past what was booked so far
 */
record AccountContent(
        UUID organisationId,
        UUID portfolioId,
        @Nullable UUID clientId,
        @Nullable Long clientNumber,
        String currency,
        MarginRules rules,
        List<Holding> holdings,
        @Nullable BigDecimal setLoan,
        List<Balance> cash,
        Past past) {

    AccountContent {
        holdings = List.copyOf(holdings);
        cash = List.copyOf(cash);
    }

    /**
     * What was booked so far.
     *
     * @param held whether something is held or ever was
     * @param newestToday the sequence of the booking entered last of those dated today; 0 without one
     * @param newestBefore of those dated before
     * @param changes the count of changes as of which the account was read, or an earlier one
     */
    record Past(boolean held, long newestToday, long newestBefore, long changes) {

        /** Whether only bookings dated today came after the other: no import of earlier days, no correction. */
        boolean isNewsOfTodayAfter(Past other) {
            return newestToday > other.newestToday && newestBefore == other.newestBefore;
        }
    }

    /** Cash of one currency in one account, negative when it is owed. */
    record Balance(String currency, BigDecimal amount) {}

    /**
     * A position without a price.
     *
     * @param quantity negative of what is sold short, never 0
     * @param option absent of everything that is no option
     * @param lastTrade what it is valued at while nobody quotes it; such an account is stale
     */
    record Holding(
            String symbol,
            BigDecimal quantity,
            MarginRates rates,
            @Nullable OptionTerms option,
            @Nullable Tick lastTrade) {

        Holding {
            if (quantity.signum() == 0) {
                throw new IllegalArgumentException("nothing is held of " + symbol);
            }
        }
    }
}
