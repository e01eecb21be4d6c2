package io.riskwatch.portfolio.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot as a worker is told it. Decimals are strings; of what is sold short they are negative.
 *
 * @param cost of all units in the base currency, at the rate of the day acquired; absent when not known
 * @param localCost the same in the currency the lot is booked in, where that is another one
 * @param merged how many of the oldest lots this one stands for, absent for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobLot(
        LocalDate acquired,
        String quantity,
        @Nullable String cost,
        @Nullable String localCost,
        @Nullable Integer merged) {}
