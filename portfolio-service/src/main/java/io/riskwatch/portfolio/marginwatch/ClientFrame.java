package io.riskwatch.portfolio.marginwatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client's margin status with the names and number forms of {@code GET /margin/{number}}, and what it has beside. */
record ClientFrame(
        Instant timestamp,
        long clientId,
        @JsonProperty("portfolio_value") BigDecimal portfolioValue,
        @JsonProperty("loan_amount") BigDecimal loanAmount,
        @JsonProperty("net_equity") BigDecimal netEquity,
        @JsonProperty("margin_requirement") BigDecimal marginRequirement,
        @JsonProperty("margin_shortfall") BigDecimal marginShortfall,
        @JsonProperty("margin_call_triggered") boolean marginCallTriggered,
        @Nullable BigDecimal utilization,
        MarginState state) {

    static ClientFrame of(Instant at, long number, MarginStatus status) {
        return new ClientFrame(
                at,
                number,
                status.portfolioValue(),
                status.loanAmount(),
                status.netEquity(),
                status.marginRequirement(),
                status.marginShortfall(),
                status.marginCallTriggered(),
                status.utilization(),
                status.state());
    }
}
