package io.riskwatch.portfolio.compatibility;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What earlier clients send. Members they have and Riskwatch does not are left aside. */
final class Requests {

    private static final String SIMULATED = ":XSIM";

    private Requests() {}

    /** A new client. */
    @Schema(name = "CompatibilityNewClient")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record NewClient(
            @NotBlank @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
            String name,

            @JsonAlias("loan_amount") @Nullable @PositiveOrZero
            BigDecimal loan) {}

    /** What changes of a client; what is absent stays. */
    @Schema(name = "CompatibilityClientChange")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClientChange(
            @Nullable
            @Size(min = 1, max = 255)
            @Pattern(
                    regexp = "\\P{Cntrl}*\\S\\P{Cntrl}*",
                    message = "must have something visible and no control characters")
            String name,

            @JsonAlias("loan_amount") @Nullable @PositiveOrZero
            BigDecimal loan) {}

    /** A new position. */
    @Schema(name = "CompatibilityNewPosition")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record NewPosition(
            @JsonAlias("client_id") @NotNull Long clientId,

            @JsonAlias("instrument") @NotBlank @Size(max = 32)
            String symbol,

            @NotNull @Positive BigDecimal quantity,

            @Schema(description = "Per unit") @JsonProperty("cost_basis") @Nullable @PositiveOrZero
            BigDecimal costBasis) {

        /** As the ledger spells it: a simulated company is known by its bare symbol. */
        String normalSymbol() {
            var spelled = symbol.strip().toUpperCase(Locale.ROOT);
            return spelled.endsWith(SIMULATED) ? spelled.substring(0, spelled.length() - SIMULATED.length()) : spelled;
        }
    }

    /** What changes of a position; what is absent stays. */
    @Schema(name = "CompatibilityPositionChange")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record PositionChange(
            @Nullable @Positive BigDecimal quantity,

            @Schema(description = "Per unit") @JsonProperty("cost_basis") @Nullable @PositiveOrZero
            BigDecimal costBasis) {}

    /** A quantity at the column's scale; one that is nothing then is refused. */
    static BigDecimal quantity(BigDecimal given) {
        var kept = Numbers.kept(given);
        if (kept.signum() <= 0) {
            throw ProblemException.unprocessable("quantity", "is above 0 at ten decimals");
        }
        return kept;
    }
}
