package io.riskwatch.portfolio.income;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IncomeIT extends PortfolioServiceIT {

    @Test
    void whatHoldingsPaidStandsByMonthAndPayerAndIsExpectedAgain() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();
        var lastMonth = LocalDate.now().minusMonths(1).withDayOfMonth(10);
        ledgers.imported(portfolio, """
                date,type,symbol,quantity,price,currency,fee,amount,note
                2024-01-02,TRANSFER_IN,ORBX,10,100,USD,,,
                %s,DIVIDEND,ORBX,,,USD,3,20,
                """.formatted(lastMonth));

        var income = ledgers.get("/api/v1/portfolios/%s/income?months=2".formatted(portfolio));

        assertThat(income.get("months")).hasSize(2);
        assertThat(income.get("months").get(0).get("received").toString())
                .isEqualTo("{\"dividends\":\"20.00\",\"interest\":\"0.00\",\"withheld\":\"3.00\",\"net\":\"17.00\"}");
        assertThat(income.get("payers").get(0).get("symbol").stringValue()).isEqualTo("ORBX");
        assertThat(income.get("yieldOnCost").doubleValue()).isEqualTo(0.02);
        assertThat(income.get("expected").get(0).get("date").stringValue())
                .isEqualTo(lastMonth.plusYears(1).toString());
        assertThat(income.get("expected").get(0).get("estimate").booleanValue()).isTrue();
        assertThat(income.get("expectedTotal").stringValue()).isEqualTo("20.00");
    }

    @Test
    void whatIsAnnouncedIsToldApartFromWhatIsEstimated() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var portfolio = ledgers.newPortfolio();
        ledgers.imported(portfolio, """
                date,type,symbol,quantity,price,currency,fee,amount,note
                2024-01-02,TRANSFER_IN,QNTL,8,40,USD,,,
                2024-01-02,TRANSFER_IN,ODDS,1,40,USD,,,
                %s,DIVIDEND,QNTL,,,USD,,1,
                """.formatted(LocalDate.now().plusDays(35).minusYears(1)));

        var income = ledgers.get("/api/v1/portfolios/%s/income".formatted(portfolio));

        var announced = income.get("announced").get(0);
        assertThat(announced.get("exDate").stringValue())
                .isEqualTo(LocalDate.now().plusDays(20).toString());
        assertThat(announced.get("payDate").stringValue())
                .isEqualTo(LocalDate.now().plusDays(40).toString());
        assertThat(announced.get("quantity").stringValue()).isEqualTo("8");
        assertThat(announced.get("amount").stringValue()).isEqualTo("2.00");
        assertThat(income.get("announcedTotal").stringValue()).isEqualTo("2.00");
        assertThat(income.get("expected"))
                .as("the estimate of the same payment")
                .isEmpty();
        assertThat(income.get("announcementsUnknown").get(0).stringValue()).isEqualTo("ODDS");
    }

    @Test
    void aPortfolioWithoutBookingsHasNoIncome() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var income = ledgers.get("/api/v1/portfolios/%s/income".formatted(ledgers.newPortfolio()));

        assertThat(income.get("months")).hasSize(24);
        assertThat(income.get("payers")).isEmpty();
        assertThat(income.get("yieldOnCost")).isNull();
    }
}
