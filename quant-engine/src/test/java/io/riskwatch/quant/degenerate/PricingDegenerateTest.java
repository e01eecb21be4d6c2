package io.riskwatch.quant.degenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.pricing.Bond;
import io.riskwatch.quant.pricing.DayCount;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PricingDegenerateTest {
    private static final LocalDate MATURITY = LocalDate.of(2030, 2, 28);
    private static final Bond BOND = Bond.ofYears(5, 0.04, 100, 2);

    static Stream<Refusal> refusals() {
        return Stream.of(
                Refusal.of(
                        "bond at maturity", () -> bond(MATURITY, 0.04, 100, 2), "settlement must be before maturity"),
                Refusal.of("negative coupon", () -> bond(MATURITY.minusYears(1), -0.01, 100, 2), "coupon must be"),
                Refusal.of("coupon of NaN", () -> bond(MATURITY.minusYears(1), Double.NaN, 100, 2), "coupon must be"),
                Refusal.of("no redemption", () -> bond(MATURITY.minusYears(1), 0.04, 0, 2), "redemption must be"),
                Refusal.of("three coupons a year", () -> bond(MATURITY.minusYears(1), 0.04, 100, 3), "was 3"),
                Refusal.of("no years", () -> Bond.ofYears(0, 0.04, 100, 1), "years must be at least 1"),
                Refusal.of("price at a yield of NaN", () -> BOND.dirtyPrice(Double.NaN), "yield must lie in"),
                Refusal.of("duration at a yield of NaN", () -> BOND.macaulayDuration(Double.NaN), "yield must lie in"),
                Refusal.of("duration that loses everything", () -> BOND.modifiedDuration(-2), "was -2.0"),
                Refusal.of("convexity at infinity", () -> BOND.convexity(Double.POSITIVE_INFINITY), "was Infinity"),
                Refusal.of("yield at a price of zero", () -> BOND.yieldAt(0), "cleanPrice must be"),
                Refusal.of("yield at a price of NaN", () -> BOND.yieldAt(Double.NaN), "cleanPrice must be"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedByName(Refusal refusal) {
        refusal.check();
    }

    @ParameterizedTest
    @EnumSource
    void thePriceAtTheYieldOfAPriceIsThatPrice(DayCount dayCount) {
        for (int months : new int[] {3, 6, 14, 31}) {
            Bond bond = Bond.of(MATURITY.minusMonths(months).minusDays(11), MATURITY, 0.05, 100, 2, dayCount);
            for (double price : new double[] {60, 97.5, 140}) {
                assertThat(bond.cleanPrice(bond.yieldAt(price))).isCloseTo(price, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the two conventions differ at the ends of months; ISDA's examples of 30/360 and 30E/360
        "THIRTY_360_US, 2007-01-15, 2007-01-30, 15",
        "THIRTY_360_US, 2007-01-15, 2007-01-31, 16",
        "THIRTY_360_US, 2007-01-30, 2007-01-31, 0",
        "THIRTY_360_US, 2007-02-28, 2007-03-31, 30",
        "THIRTY_360_US, 2008-02-29, 2009-02-28, 360",
        "THIRTY_360_US, 2007-02-28, 2007-03-05, 5",
        "THIRTY_360_US, 2007-02-14, 2007-02-28, 14",
        "THIRTY_360_US, 2008-02-28, 2008-03-31, 33",
        "THIRTY_360_EUROPEAN, 2007-01-15, 2007-01-31, 15",
        "THIRTY_360_EUROPEAN, 2007-01-31, 2007-02-28, 28",
        "THIRTY_360_EUROPEAN, 2007-02-28, 2007-03-31, 32",
        "ACTUAL_ACTUAL, 2008-02-28, 2008-03-01, 2",
        "ACTUAL_360, 2007-02-28, 2007-03-31, 31",
        "ACTUAL_365, 2007-03-31, 2007-02-28, -31"
    })
    void daysCountAsTheConventionSays(DayCount dayCount, LocalDate from, LocalDate to, long days) {
        assertThat(dayCount.days(from, to)).isEqualTo(days);
    }

    @Test
    void aBondWithoutCouponsLastsToItsMaturity() {
        assertThat(Bond.ofYears(7, 0, 100, 1).macaulayDuration(0.03)).isCloseTo(7, within(1e-12));
    }

    private static void bond(LocalDate settlement, double coupon, double redemption, int frequency) {
        Bond.of(settlement, MATURITY, coupon, redemption, frequency, DayCount.ACTUAL_ACTUAL);
    }
}
