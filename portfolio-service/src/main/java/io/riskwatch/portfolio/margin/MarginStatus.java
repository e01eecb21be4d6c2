package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands. Money is in its currency and rounded to its smallest unit: the requirement up, everything else half
 * to even; the shortfall is the difference of the two rounded numbers.
 *
 * @param portfolioValue of what stands for the loan; what is not lent against is not in it
 * @param netEquity portfolio value less loan
 * @param marginShortfall above 0 exactly when there is a call
 * @param utilization requirement over equity, 1 = 100 %; absent when the equity is 0 or less
 * @param triggerValue the highest portfolio value at which there is a call; absent when no fall of prices makes one
 * @param distanceToCall the fraction all prices can fall before a call: 1 when no fall makes one, negative when they must
 *     rise to end one; absent when one fraction does not tell
 * @param riseToCall the fraction all prices can rise before a call; absent unless something is sold short
 * @param cures the ways to end a call; empty without one
 */
public record MarginStatus(
        BigDecimal portfolioValue,
        BigDecimal loanAmount,
        BigDecimal netEquity,
        BigDecimal marginRequirement,
        BigDecimal marginShortfall,
        boolean marginCallTriggered,
        @Nullable BigDecimal utilization,
        MarginState state,
        @Nullable BigDecimal triggerValue,
        @Nullable BigDecimal distanceToCall,
        @Nullable BigDecimal riseToCall,
        List<MarginCure> cures) {

    public MarginStatus {
        cures = List.copyOf(cures);
    }

    /** The same figures when something is not known that they depend on. */
    public MarginStatus stale() {
        return new MarginStatus(
                portfolioValue,
                loanAmount,
                netEquity,
                marginRequirement,
                marginShortfall,
                marginCallTriggered,
                utilization,
                MarginState.STALE,
                triggerValue,
                distanceToCall,
                riseToCall,
                cures);
    }
}
