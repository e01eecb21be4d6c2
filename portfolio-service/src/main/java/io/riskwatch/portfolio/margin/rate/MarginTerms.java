package io.riskwatch.portfolio.margin.rate;

import io.riskwatch.portfolio.margin.MarginRules;
import io.riskwatch.portfolio.margin.intraday.IntradayMarginRule.Regime;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an organisation asks of every margin account from a day on.
 *
 * @param concentratedFrom share of the account above which a position is concentrated
 * @param concentrationAddOn added to the maintenance rate of such a position
 * @param interestRate of loans, per year as a decimal
 * @param dayCount days of the year that rate is for, 360 or 365
 * @param intradayRegime which intraday rule its broker applies while it may choose
 */
public record MarginTerms(
        LocalDate validFrom,
        BigDecimal concentratedFrom,
        BigDecimal concentrationAddOn,
        BigDecimal interestRate,
        int dayCount,
        Regime intradayRegime) {

    /** For an account whose currency has these decimals. */
    public MarginRules rules(int minorUnits) {
        return MarginRules.STANDARD.withMinorUnits(minorUnits).withConcentration(concentratedFrom, concentrationAddOn);
    }
}
