package io.riskwatch.portfolio.margin.rate;

import io.riskwatch.portfolio.margin.intraday.IntradayDeficitRule;
import io.riskwatch.portfolio.margin.intraday.IntradayMarginRule;
import io.riskwatch.portfolio.margin.intraday.PatternDayTraderRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code riskwatch.margin.*}: what holds for every organisation, and what one has until it says otherwise.
 *
 * @param interestRate of loans, per year as a decimal
 * @param dayCount days of the year that rate is for, 360 or 365
 * @param staleAfter how long a market may be open without a new price before the last one no longer counts
 * @param portfolioMarginFrom equity in dollars from which portfolio margin is offered
 * @param optionRate continuously compounded, per year: options are revalued with it
 */
@ConfigurationProperties("riskwatch.margin")
public record MarginSettings(
        @DefaultValue("0.06") BigDecimal interestRate,
        @DefaultValue("360") int dayCount,
        @DefaultValue("15m") Duration staleAfter,
        @DefaultValue("100000") BigDecimal portfolioMarginFrom,
        @DefaultValue("0.04") double optionRate,
        @DefaultValue Intraday intraday) {

    public MarginSettings {
        if (interestRate.signum() < 0 || interestRate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("riskwatch.margin.interest-rate lies in [0, 1], was " + interestRate);
        }
        if (dayCount != 360 && dayCount != 365) {
            throw new IllegalArgumentException("riskwatch.margin.day-count is 360 or 365, was " + dayCount);
        }
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw new IllegalArgumentException("riskwatch.margin.stale-after is above zero, was " + staleAfter);
        }
        if (portfolioMarginFrom.signum() < 0 || Double.isNaN(optionRate) || Math.abs(optionRate) > 1) {
            throw new IllegalArgumentException(
                    "riskwatch.margin.portfolio-margin-from is at least 0, option-rate lies in [-1, 1]");
        }
    }

    /**
     * The numbers of the two intraday rules. Those of the rule in force are as FINRA Regulatory Notice 26-10 of 2026-04-20 is quoted
     * in public (see docs/margin.md); they are settings because neither the notice nor the rule could be opened when this was written.
     */
    public record Intraday(
            @DefaultValue("2026-06-04") LocalDate effective,
            @DefaultValue("2027-10-20") LocalDate phaseInEnds,
            @DefaultValue("5") int cureDays,
            @DefaultValue("15") int expiryDays,
            @DefaultValue("90") int freezeDays,
            @DefaultValue("0.05") BigDecimal minorShare,
            @DefaultValue("1000") BigDecimal minorAmount,
            @DefaultValue("4") int dayTrades,
            @DefaultValue("5") int dayTradeWindow,
            @DefaultValue("0.06") BigDecimal dayTradeShare,
            @DefaultValue("25000") BigDecimal dayTraderEquity,
            @DefaultValue("4") BigDecimal dayTraderMultiple) {

        public Intraday {
            // all are checked by what they make
            new IntradayMarginRule.Change(effective, phaseInEnds);
            new IntradayDeficitRule(cureDays, expiryDays, freezeDays, minorShare, minorAmount);
            new PatternDayTraderRule(dayTrades, dayTradeWindow, dayTradeShare, dayTraderEquity, dayTraderMultiple);
        }

        public IntradayMarginRule.Change change() {
            return new IntradayMarginRule.Change(effective, phaseInEnds);
        }

        /** The rule of a regime. */
        public IntradayMarginRule rule(IntradayMarginRule.Regime regime) {
            return switch (regime) {
                case PATTERN_DAY_TRADER ->
                    new PatternDayTraderRule(
                            dayTrades, dayTradeWindow, dayTradeShare, dayTraderEquity, dayTraderMultiple);
                case INTRADAY_DEFICIT -> deficitRule(BigDecimal.ONE);
            };
        }

        /** For accounts in a currency in which a dollar is worth so much. */
        public IntradayDeficitRule deficitRule(BigDecimal dollar) {
            return new IntradayDeficitRule(cureDays, expiryDays, freezeDays, minorShare, minorAmount.multiply(dollar));
        }
    }
}
