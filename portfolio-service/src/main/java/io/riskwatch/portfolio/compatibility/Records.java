package io.riskwatch.portfolio.compatibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.riskwatch.portfolio.client.Client;
import io.riskwatch.portfolio.client.ClientPosition;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.margin.account.MarginReading;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What earlier clients are answered. */
final class Records {

    private Records() {}

    /** A client with the loan that was set; null when it is what the account's cash owes. */
    @Schema(name = "CompatibilityClient")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ClientRecord(long id, String name, @Nullable BigDecimal loan) {

        static ClientRecord of(Client client) {
            return new ClientRecord(client.number(), client.name(), Numbers.amountOrNull(client.loan()));
        }
    }

    /** A position, its cost per unit. */
    @Schema(name = "CompatibilityPosition")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PositionRecord(
            long id,
            long clientId,
            String symbol,
            BigDecimal quantity,
            @JsonProperty("cost_basis") @Nullable BigDecimal costBasis) {

        static PositionRecord of(Client client, ClientPosition position) {
            return new PositionRecord(
                    position.number(),
                    client.number(),
                    position.symbol(),
                    Numbers.units(position.quantity()),
                    position.averageCost().map(Numbers::amount).orElse(null));
        }
    }

    /** All positions of a client, without their ids. */
    @Schema(name = "CompatibilityClientPositions")
    record PositionsRecord(long clientId, List<Line> positions) {

        PositionsRecord {
            positions = List.copyOf(positions);
        }

        /** One of them. */
        @Schema(name = "CompatibilityPositionLine")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        record Line(
                String symbol,
                BigDecimal quantity,
                @JsonProperty("cost_basis") @Nullable BigDecimal costBasis) {}

        static PositionsRecord of(Client client, List<ClientPosition> positions) {
            return new PositionsRecord(
                    client.number(),
                    positions.stream()
                            .map(position -> PositionRecord.of(client, position))
                            .map(position -> new Line(position.symbol(), position.quantity(), position.costBasis()))
                            .toList());
        }
    }

    /** The margin contract: how far a client is from a margin call. */
    @Schema(name = "CompatibilityMargin")
    record MarginRecord(
            Instant timestamp,
            long clientId,
            @JsonProperty("portfolio_value") BigDecimal portfolioValue,
            @JsonProperty("loan_amount") BigDecimal loanAmount,
            @JsonProperty("net_equity") BigDecimal netEquity,
            @JsonProperty("margin_requirement") BigDecimal marginRequirement,
            @JsonProperty("margin_shortfall") BigDecimal marginShortfall,
            @JsonProperty("margin_call_triggered") boolean marginCallTriggered) {

        static MarginRecord of(Client client, MarginReading reading) {
            MarginStatus status = reading.status();
            return new MarginRecord(
                    reading.at().truncatedTo(ChronoUnit.SECONDS),
                    client.number(),
                    Numbers.amount(status.portfolioValue()),
                    Numbers.amount(status.loanAmount()),
                    Numbers.amount(status.netEquity()),
                    Numbers.amount(status.marginRequirement()),
                    Numbers.amount(status.marginShortfall()),
                    status.marginCallTriggered());
        }
    }

    /** The same with the utilisation, requirement over equity; null when nothing is one's own. */
    @Schema(name = "CompatibilityMarginStatus")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MarginStatusRecord(
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

        static MarginStatusRecord of(Client client, MarginReading reading) {
            var margin = MarginRecord.of(client, reading);
            return new MarginStatusRecord(
                    margin.timestamp(),
                    margin.clientId(),
                    margin.portfolioValue(),
                    margin.loanAmount(),
                    margin.netEquity(),
                    margin.marginRequirement(),
                    margin.marginShortfall(),
                    margin.marginCallTriggered(),
                    Numbers.amountOrNull(reading.status().utilization()),
                    reading.status().state());
        }
    }

    /** The latest price of something a client holds; exchange is the market's MIC, XXXX where nobody knows it. */
    @Schema(name = "CompatibilityMarketData")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MarketDataRecord(
            String instrument,
            String symbol,
            String exchange,
            @Nullable Instant timestamp,
            @JsonProperty("current_price") BigDecimal currentPrice,
            String currency) {}
}
