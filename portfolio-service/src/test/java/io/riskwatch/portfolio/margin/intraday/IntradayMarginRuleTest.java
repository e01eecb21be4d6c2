package io.riskwatch.portfolio.margin.intraday;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.margin.intraday.IntradayDeficit.Move;
import io.riskwatch.portfolio.margin.intraday.IntradayMarginRule.Change;
import io.riskwatch.portfolio.margin.intraday.IntradayMarginRule.Regime;
import io.riskwatch.portfolio.margin.intraday.PatternDayTraderRule.Day;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntradayMarginRuleTest {

    private static final Change CHANGE = new Change(LocalDate.of(2026, 6, 4), LocalDate.of(2027, 10, 20));
    private static final IntradayDeficitRule DEFICIT =
            new IntradayDeficitRule(5, 15, 90, new BigDecimal("0.05"), new BigDecimal("1000"));
    private static final PatternDayTraderRule PATTERN =
            new PatternDayTraderRule(4, 5, new BigDecimal("0.06"), new BigDecimal("25000"), new BigDecimal("4"));
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final Predicate<LocalDate> WEEKDAYS =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    @ParameterizedTest
    @CsvSource({
        "2026-06-03, INTRADAY_DEFICIT,   PATTERN_DAY_TRADER",
        "2026-06-04, INTRADAY_DEFICIT,   INTRADAY_DEFICIT",
        "2026-06-04, PATTERN_DAY_TRADER, PATTERN_DAY_TRADER",
        "2027-10-20, PATTERN_DAY_TRADER, PATTERN_DAY_TRADER",
        "2027-10-21, PATTERN_DAY_TRADER, INTRADAY_DEFICIT"
    })
    void theDayAndWhileItMayChooseTheBrokerDecideWhichRuleHolds(LocalDate day, Regime chosen, Regime holds) {
        assertThat(CHANGE.on(day, chosen)).isEqualTo(holds);
    }

    @Test
    void aDeficitIsDueByTheFifthBusinessDayAndOutstandingUntilTheFifteenth() {
        var deficit = DEFICIT.of(found("2000", "50000"), WEEKDAYS);

        assertThat(deficit.amount()).isEqualByComparingTo("2000");
        assertThat(deficit.minor()).isFalse();
        assertThat(deficit.freezesAfter()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(deficit.outstandingUntil()).isEqualTo(LocalDate.of(2026, 12, 18));
    }

    @ParameterizedTest
    @CsvSource({"1000, 50000, true", "1000.01, 50000, false", "500, 10000, true", "500.01, 10000, false"})
    void aDeficitUpToTheSmallerOfFivePercentAndAThousandIsSmall(String amount, String equity, boolean minor) {
        assertThat(DEFICIT.of(found(amount, equity), WEEKDAYS).minor()).isEqualTo(minor);
    }

    @Test
    void fourDayTradesInFiveDaysMakeAPatternIfTheyAreManyOfAllTrades() {
        var quiet = new Day(0, 0);

        assertThat(PATTERN.isPattern(List.of(new Day(4, 2), quiet, quiet, quiet, new Day(4, 2))))
                .isTrue();
        assertThat(PATTERN.isPattern(List.of(new Day(4, 2), quiet, quiet, quiet, quiet, new Day(4, 2))))
                .isFalse();
        assertThat(PATTERN.isPattern(List.of(new Day(40, 2), new Day(40, 2)))).isFalse();
        assertThat(PATTERN.isPattern(List.of(new Day(8, 3)))).isFalse();
    }

    @Test
    void aPatternDayTraderNeedsTheMinimumAndBuysFourTimesTheExcess() {
        assertThat(PATTERN.mayDayTrade(new BigDecimal("24999.99"))).isFalse();
        assertThat(PATTERN.mayDayTrade(new BigDecimal("25000"))).isTrue();
        assertThat(PATTERN.buyingPower(new BigDecimal("30000"), new BigDecimal("10000")))
                .isEqualByComparingTo("80000");
        assertThat(PATTERN.buyingPower(new BigDecimal("30000"), new BigDecimal("40000")))
                .isEqualByComparingTo("0");
    }

    private static IntradayDeficit found(String amount, String equity) {
        var lowered = new Move(Instant.EPOCH, BigDecimal.ZERO, new BigDecimal(amount).negate(), new BigDecimal(equity));
        return IntradayDeficit.of(FRIDAY, lowered).orElseThrow();
    }
}
