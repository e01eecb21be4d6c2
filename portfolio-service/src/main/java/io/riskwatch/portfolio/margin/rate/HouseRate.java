package io.riskwatch.portfolio.margin.rate;

import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.RiskClass;
import io.riskwatch.portfolio.margin.StandardRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation asks for one instrument from a day on, until the next such row; what it leaves out is the standard.
 *
 * @param marginable absent: as the standard has it; false: nothing is lent against it
 */
public record HouseRate(
        String symbol,
        LocalDate validFrom,
        @Nullable Boolean marginable,
        @Nullable BigDecimal initialLong,
        @Nullable BigDecimal maintenanceLong,
        @Nullable BigDecimal initialShort,
        @Nullable BigDecimal maintenanceShort,
        @Nullable RiskClass riskClass) {

    /** The rates that follow. */
    public MarginRates rates() {
        var standard = StandardRates.of(symbol);
        var lent = marginable == null ? standard.marginable() : marginable;
        var base = lent ? MarginRates.STANDARD : MarginRates.NOT_MARGINABLE;
        return new MarginRates(
                lent,
                lent ? Objects.requireNonNullElse(initialLong, base.initialLong()) : base.initialLong(),
                lent ? Objects.requireNonNullElse(maintenanceLong, base.maintenanceLong()) : base.maintenanceLong(),
                Objects.requireNonNullElse(initialShort, base.initialShort()),
                Objects.requireNonNullElse(maintenanceShort, base.maintenanceShort()),
                house());
    }

    /** Whether it says anything about rates. */
    boolean house() {
        return marginable != null
                || initialLong != null
                || maintenanceLong != null
                || initialShort != null
                || maintenanceShort != null;
    }
}
