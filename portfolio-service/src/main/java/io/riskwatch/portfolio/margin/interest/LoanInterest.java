package io.riskwatch.portfolio.margin.interest;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Interest on a loan: L x rate / basis for every night it is owed, not compounded within the month, charged at its end.
 *
 * @param basis days of the year the rate is for, 360 or 365
 */
public record LoanInterest(int basis) {

    private static final BigDecimal DAYS = BigDecimal.valueOf(365);

    public LoanInterest {
        if (basis != 360 && basis != 365) {
            throw new IllegalArgumentException("basis is 360 or 365 days, was " + basis);
        }
    }

    /** Of one night, unrounded. */
    public BigDecimal perNight(BigDecimal loan, BigDecimal rate) {
        return loan.multiply(rate).divide(BigDecimal.valueOf(basis), MathContext.DECIMAL128);
    }

    /** Of 365 nights at the same loan, unrounded. */
    public BigDecimal perYear(BigDecimal loan, BigDecimal rate) {
        return loan.multiply(rate).multiply(DAYS).divide(BigDecimal.valueOf(basis), MathContext.DECIMAL128);
    }
}
