package io.riskwatch.marketdata.xsim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of one instrument.
 *
 * @param volume units traded; absent for rates, indices and factors, which nobody trades
 */
public record Bar(
        LocalDate day,
        double open,
        double high,
        double low,
        double close,
        @Nullable Long volume) {}
