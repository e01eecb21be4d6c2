package io.riskwatch.portfolio.alert.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a rule, complete: what is absent does not go with the kind.
 *
 * @param threshold a price, a fraction, a ratio or minutes, as the kind says
 * @param rearmMargin how far the value must fall back before the rule can fire again, in the threshold's unit
 * @param confidence of the VaR
 * @param windowMinutes over which a move counts; absent: since the previous close
 * @param since the day from which the peak of a drawdown counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Terms(
        AlertKind kind,
        @Nullable String symbol,
        @Nullable UUID portfolioId,
        @Nullable Direction direction,
        @Nullable Measure measure,
        @Nullable BigDecimal threshold,
        @Nullable MarginLevel marginState,
        @Nullable BigDecimal confidence,
        @Nullable Integer windowMinutes,
        @Nullable LocalDate since,
        @Nullable BigDecimal rearmMargin) {

    /** Where it triggers and where it is armed again. */
    @JsonIgnore
    public Band band() {
        if (marginState != null) {
            return Band.of(true, BigDecimal.valueOf(marginState.rank()), BigDecimal.ONE);
        }
        return Band.of(above(), required(threshold), required(rearmMargin));
    }

    private boolean above() {
        return measure != Measure.DISTANCE && (kind != AlertKind.PRICE || direction == Direction.ABOVE);
    }

    private BigDecimal required(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value, () -> "terms of a rule of kind " + kind + " are incomplete");
    }
}
