package io.riskwatch.quant.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conventions of Excel's ACCRINT and PRICE: accrued = coupon x days past / basis, next coupon after days to come / period. */
class BondTest {
    private static final LocalDate MATURITY = LocalDate.of(2026, 1, 15);
    private static final LocalDate SETTLEMENT = LocalDate.of(2024, 4, 15);

    @ParameterizedTest
    @CsvSource({
        // 91 days since 15 January, 91 of the 182 to 15 July; thirty-day months make it 90 of 180
        "ACTUAL_ACTUAL, 1.5",
        "ACTUAL_360, 1.5166666666666666",
        "ACTUAL_365, 1.4958904109589042",
        "THIRTY_360_US, 1.5",
        "THIRTY_360_EUROPEAN, 1.5"
    })
    void interestAccruesByTheDaysPast(DayCount dayCount, double accrued) {
        Bond bond = Bond.of(SETTLEMENT, MATURITY, 0.06, 100, 2, dayCount);
        assertThat(bond.accrued()).isCloseTo(accrued, within(1e-13));
    }

    @Test
    void theCleanPriceByHandInAPeriodLongerThanItsBasis() {
        // four coupons of 3 at 4 %: the first after 91 / 180 of a period, discounted at 1.02 a period
        double w = 91 / 180.0;
        double dirty = 3 / Math.pow(1.02, w)
                + 3 / Math.pow(1.02, 1 + w)
                + 3 / Math.pow(1.02, 2 + w)
                + 103 / Math.pow(1.02, 3 + w);
        Bond bond = Bond.of(SETTLEMENT, MATURITY, 0.06, 100, 2, DayCount.ACTUAL_360);
        assertThat(bond.dirtyPrice(0.04)).isCloseTo(dirty, within(1e-12));
        assertThat(bond.cleanPrice(0.04)).isCloseTo(dirty - 6 * 91 / 360.0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"30, 4", "30, 12", "50, 2", "100, 12"})
    void aLongBondAtParYieldsItsCoupon(int years, int frequency) {
        assertThat(Bond.ofYears(years, 0.05, 100, frequency).yieldAt(100)).isCloseTo(0.05, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "20", "180", "5000"})
    void theYieldOfALongBondRestoresAnyPrice(double price) {
        Bond bond = Bond.ofYears(30, 0.05, 100, 12);
        assertThat(bond.cleanPrice(bond.yieldAt(price))).isCloseTo(price, within(1e-10 * price));
    }
}
