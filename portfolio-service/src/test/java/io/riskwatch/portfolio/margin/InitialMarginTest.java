package io.riskwatch.portfolio.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialMarginTest {

    @Test
    void whatIsAboveTheInitialRequirementBuysTwiceAsMuch() {
        var margin = of(account("24000", "10000"));

        assertThat(margin.requirement()).isEqualTo("12000.00");
        assertThat(margin.excess()).isEqualTo("2000.00");
        assertThat(margin.buyingPower()).isEqualTo("4000.00");
        assertThat(margin.belowMinimumEquity()).isFalse();
    }

    @Test
    void anAccountBelowTheInitialAndAboveTheMaintenanceRequirementIsNotCalledAndBuysNothing() {
        var account = account("18000", "10000");

        var margin = of(account);

        assertThat(margin.requirement()).isEqualTo("9000.00");
        assertThat(margin.excess()).isEqualTo("0.00");
        assertThat(margin.buyingPower()).isEqualTo("0.00");
        assertThat(MarginCalculator.status(account, MarginRules.STANDARD, null).marginCallTriggered())
                .isFalse();
    }

    @Test
    void whoOwnsLessThanTheMinimumBorrowsNothing() {
        var margin = of(account("1999.99", "0"));

        assertThat(margin.excess()).isEqualTo("999.99");
        assertThat(margin.buyingPower()).isEqualTo("0.00");
        assertThat(margin.belowMinimumEquity()).isTrue();
        assertThat(of(account("2000", "0")).buyingPower()).isEqualTo("2000.00");
    }

    @Test
    void theMinimumIsInDollars() {
        var margin = InitialMargin.of(account("1900", "0"), MarginRules.STANDARD, new BigDecimal("0.90"));

        assertThat(margin.belowMinimumEquity()).isFalse();
    }

    @Test
    void cashThatIsKeptApartBuysToo() {
        var cash = new MarginAccount(List.of(), BigDecimal.ZERO, new BigDecimal("5000"));
        var little = new MarginAccount(List.of(), BigDecimal.ZERO, new BigDecimal("1500"));

        assertThat(of(cash).buyingPower()).isEqualTo("10000.00");
        assertThat(of(little).buyingPower()).isEqualTo("1500.00"); // for itself alone
    }

    @Test
    void aShortSaleRequiresHalfOfItOnTopOfItsProceeds() {
        var sold = MarginCalculatorTest.position("S", "-100", "50", MarginRates.STANDARD);
        var account = new MarginAccount(List.of(sold), BigDecimal.ZERO, new BigDecimal("15000"));

        assertThat(of(account).requirement()).isEqualTo("2500.00");
        assertThat(of(account).excess()).isEqualTo("7500.00");
        assertThat(InitialMargin.ofTrade(sold)).isEqualByComparingTo("2500");
        // 5 dollars a share are more than half of 4 dollars
        assertThat(InitialMargin.ofTrade(MarginCalculatorTest.position("S", "-100", "6", MarginRates.STANDARD)))
                .isEqualByComparingTo("500");
    }

    @Test
    void aTradeIsJudgedAtItsOwnPrice() {
        assertThat(InitialMargin.ofTrade(MarginCalculatorTest.worth("20000"))).isEqualByComparingTo("10000");
        assertThat(InitialMargin.ofTrade(MarginCalculatorTest.position("P", "500", "2", MarginRates.NOT_MARGINABLE)))
                .isEqualByComparingTo("1000");
    }

    private static InitialMargin of(MarginAccount account) {
        return InitialMargin.of(account, MarginRules.STANDARD);
    }

    private static MarginAccount account(String value, String loan) {
        return MarginAccount.of(List.of(MarginCalculatorTest.worth(value)), new BigDecimal(loan));
    }
}
