package io.riskwatch.quant.performance.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashflowTest {
    @Test
    void aDepositCountsAtTheStartOfItsDay() {
        // DOMAIN D3: 1,000 -> 1,600 with 500 paid in that day is 6.67 %
        TimeWeightedReturn r =
                TimeWeightedReturn.daily(new double[] {1000, 1600}, new double[] {0, 500}, new double[] {0, 0});
        assertThat(r.total()).isCloseTo(1600 / 1500.0 - 1, within(1e-15));
    }

    @Test
    void aWithdrawalCountsAtTheEndOfItsDay() {
        TimeWeightedReturn r =
                TimeWeightedReturn.daily(new double[] {1000, 600}, new double[] {0, 0}, new double[] {0, 500});
        assertThat(r.total()).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void daysWithoutCapitalAreCountedAndNegativeValuesQuestioned() {
        TimeWeightedReturn r =
                TimeWeightedReturn.daily(new double[] {0, 0, 110}, new double[] {0, 0, 100}, new double[] {0, 0, 0});
        assertThat(r.daysWithoutCapital()).isEqualTo(1);
        assertThat(r.returns()[1]).isCloseTo(0.1, within(1e-15));
        double[] none = {0, 0};
        assertThatThrownBy(() -> TimeWeightedReturn.daily(new double[] {10, -1}, none, none))
                .hasMessageContaining("is a deposit missing?");
    }

    @Test
    void paymentsWithoutARateAreRefused() {
        assertThatThrownBy(() -> InternalRate.xirr(new double[] {-1, -2}, new long[] {0, 30}))
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessageContaining("never change sign");
        assertThatThrownBy(() -> InternalRate.xirr(new double[] {-1, 2}, new long[] {5, 5}))
                .hasMessageContaining("less than one day");
        assertThatThrownBy(() -> InternalRate.xirr(new double[] {-1, 2}, new long[] {5, 4}))
                .hasMessageContaining("days must be ascending");
    }

    @Test
    void severalSignChangesAreReportedWithTheRateNearestToZero() {
        // (1 + r) = 1.1 and 1.2 both solve it
        InternalRate rate = InternalRate.irr(new double[] {-100, 230, -132});
        assertThat(rate.rate()).isCloseTo(0.1, within(1e-9));
        assertThat(rate.severalSignChanges()).isTrue();
    }

    @Test
    void aNearlyTotalLossAndAnEnormousGainAreFound() {
        assertThat(InternalRate.xirr(new double[] {-100, 0.001}, new long[] {0, 365})
                        .rate())
                .isCloseTo(-0.99999, within(1e-9));
        assertThat(InternalRate.xirr(new double[] {-1, 10}, new long[] {0, 30}).rate())
                .isCloseTo(Math.pow(10, 365 / 30.0) - 1, within(1e3));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1001", "0.05, 0.0501", "1, 1.001", "-0.5, -0.4999", "20, 20.01"})
    void twoRatesCloseTogetherAreNotTakenForNone(double first, double second) {
        // -(1 + r - first)(1 + r - second) expanded: zero at both rates and nowhere else
        double[] flows = {-1, 2 + first + second, -(1 + first) * (1 + second)};
        InternalRate found = InternalRate.irr(flows);
        assertThat(found.severalSignChanges()).isTrue();
        assertThat(Math.min(Math.abs(found.rate() - first), Math.abs(found.rate() - second)))
                .isLessThan(1e-7);
    }
}
