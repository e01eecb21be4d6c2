package io.riskwatch.portfolio.margin.rate;

import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.RiskClass;
import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rates as decimals; what is left out is the standard, so that an empty request ends rates of one's own. */
record HouseRateRequest(
        @Schema(description = "false: nothing is lent against it, it is paid for in full") @Nullable
        Boolean marginable,

        @Schema(type = "string", format = "decimal", description = "0.50 to 1") @Nullable
        BigDecimal initialLong,

        @Schema(type = "string", format = "decimal", description = "0.25 to 1") @Nullable
        BigDecimal maintenanceLong,

        @Schema(type = "string", format = "decimal", description = "0.50 to 10") @Nullable
        BigDecimal initialShort,

        @Schema(type = "string", format = "decimal", description = "0.30 to 10") @Nullable
        BigDecimal maintenanceShort,

        @Schema(description = "By which class portfolio margin moves its price; EQUITY when left out") @Nullable
        RiskClass riskClass) {

    private static final int DIGITS = 6;
    private static final BigDecimal MOST_SHORT = BigDecimal.TEN;

    HouseRate from(String symbol, LocalDate day) {
        var errors = new ArrayList<FieldError>();
        var standard = MarginRates.STANDARD;
        check(errors, "initialLong", initialLong, standard.initialLong(), BigDecimal.ONE);
        check(errors, "maintenanceLong", maintenanceLong, standard.maintenanceLong(), BigDecimal.ONE);
        check(errors, "initialShort", initialShort, standard.initialShort(), MOST_SHORT);
        check(errors, "maintenanceShort", maintenanceShort, standard.maintenanceShort(), MOST_SHORT);
        if (Boolean.FALSE.equals(marginable) && (initialLong != null || maintenanceLong != null)) {
            errors.add(new FieldError(
                    "marginable", "what is not marginable is paid for in full: leave out its long rates"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.unprocessable(errors);
        }
        return new HouseRate(
                symbol, day, marginable, initialLong, maintenanceLong, initialShort, maintenanceShort, riskClass);
    }

    private static void check(
            List<FieldError> errors, String field, @Nullable BigDecimal rate, BigDecimal least, BigDecimal most) {
        if (rate == null) {
            return;
        }
        if (rate.compareTo(least) < 0 || rate.compareTo(most) > 0) {
            errors.add(new FieldError(
                    field,
                    "lies between %s, which is the rule for everybody, and %s, was %s"
                            .formatted(least.toPlainString(), most.toPlainString(), rate.toPlainString())));
        } else if (rate.stripTrailingZeros().scale() > DIGITS) {
            errors.add(new FieldError(field, "has at most %d decimals".formatted(DIGITS)));
        }
    }
}
