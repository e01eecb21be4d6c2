package io.riskwatch.portfolio.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.margin.interest.LoanInterest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** "Before you borrow" and the margin of an account say the same of the same loan: read from the analysis' example result. */
class LeverageAgreementTest {

    @Test
    void theDistanceToACallIsThatOfTheAnalysisAtEveryLeverage() throws IOException {
        var result = example();
        var maintenance = BigDecimal.valueOf(
                result.get("inputs").get("parameters").get("maintenance").doubleValue());
        var interestRate = BigDecimal.valueOf(
                result.get("inputs").get("parameters").get("interestRate").doubleValue());
        var rates = MarginRates.STANDARD.withMaintenanceLong(maintenance);
        assertThat(result.get("grid").size()).isGreaterThan(3);
        for (var borrowed : result.get("grid")) {
            var loan = money(borrowed.get("loan"));
            var invested =
                    MarginPosition.of("A", BigDecimal.ONE, money(borrowed.get("invested")), BigDecimal.ONE, rates);

            var status = MarginCalculator.status(List.of(invested), loan, null);

            assertThat(Objects.requireNonNull(status.distanceToCall()).doubleValue())
                    .isCloseTo(borrowed.get("distanceToCall").doubleValue(), within(1e-9));
            if (loan.signum() > 0) {
                // the analysis names where the call begins, the account the cent at which there is one
                assertThat(borrowed.get("callBelow").doubleValue()
                                - Objects.requireNonNull(status.triggerValue()).doubleValue())
                        .isBetween(0.0, 0.01 + 1e-9);
            }
            assertThat(new LoanInterest(360).perYear(loan, interestRate).doubleValue())
                    .isCloseTo(borrowed.get("interestPerYear").doubleValue(), within(1e-6));
        }
    }

    private static BigDecimal money(JsonNode amount) {
        return BigDecimal.valueOf(amount.doubleValue()).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static JsonNode example() throws IOException {
        try (InputStream in = LeverageAgreementTest.class.getResourceAsStream(
                "/contract/analytics-worker/result/examples/leverage.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        }
    }
}
