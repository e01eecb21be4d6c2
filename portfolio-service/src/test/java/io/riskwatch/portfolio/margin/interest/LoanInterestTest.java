package io.riskwatch.portfolio.margin.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LoanInterestTest {

    private static final BigDecimal LOAN = new BigDecimal("10000");
    private static final BigDecimal RATE = new BigDecimal("0.06");

    @Test
    void thirtyNightsOfTenThousandAtSixPercentAreFifty() {
        assertThat(new LoanInterest(360).perNight(LOAN, RATE).multiply(BigDecimal.valueOf(30)))
                .isCloseTo(new BigDecimal("50"), within(new BigDecimal("1e-20")));
    }

    @Test
    void aYearHas365NightsOfA360thEach() {
        assertThat(new LoanInterest(360).perYear(LOAN, RATE))
                .isCloseTo(new BigDecimal("608.3333333333"), within(new BigDecimal("1e-9")));
        assertThat(new LoanInterest(365).perYear(LOAN, RATE)).isEqualByComparingTo("600");
    }

    @Test
    void anotherYearIsRefused() {
        assertThatThrownBy(() -> new LoanInterest(364)).hasMessageContaining("was 364");
    }
}
