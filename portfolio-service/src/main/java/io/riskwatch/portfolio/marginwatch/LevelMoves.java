package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.margin.intraday.IntradayDeficit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a transaction from everything else that changes an account, and what it did to the account's level: both before and after it
 * at the same prices and by the same rates, so that neither counts. Bookings of earlier days, which an import or a correction brings,
 * are no transaction of today, and new rates are none at all. A loan that is said instead of booked is one when it changes.
 */
final class LevelMoves {

    private final ExactRule rule;

    LevelMoves(ExactRule rule) {
        this.rule = rule;
    }

    /** Empty when there was no transaction, or when something has no price or no exchange rate. */
    Optional<LevelMove> between(WatchedAccount former, WatchedAccount now, Instant at) {
        if (!now.past.held() || !former.currencyCode.equals(now.currencyCode) || !isTransaction(former, now)) {
            return Optional.empty();
        }
        MarginStatus before = rule.statusWhole(former, now).orElse(null);
        MarginStatus after = rule.statusWhole(now, now).orElse(null);
        if (before == null || after == null) {
            return Optional.empty();
        }
        return Optional.of(new LevelMove(
                now.organisationId,
                now.portfolioId,
                now.currencyCode,
                former.past.changes(),
                now.past.changes(),
                new IntradayDeficit.Move(at, level(before), level(after), after.netEquity())));
    }

    private static boolean isTransaction(WatchedAccount former, WatchedAccount now) {
        boolean loanSaid = !equal(former.setLoan, now.setLoan) && former.past.newestBefore() == now.past.newestBefore();
        return loanSaid || now.past.isNewsOfTodayAfter(former.past);
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static BigDecimal level(MarginStatus status) {
        return status.netEquity().subtract(status.marginRequirement());
    }
}
