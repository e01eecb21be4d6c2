package io.riskwatch.analytics.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the columnar call.
 *
 * @param lastCommonDays the last so many days on which every symbol has a price, and whatever lies between them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryRequest(
        UUID organisationId,
        List<String> symbols,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer lastCommonDays) {

    public HistoryRequest {
        symbols = List.copyOf(symbols);
    }

    public HistoryRequest withSymbols(List<String> others) {
        return new HistoryRequest(organisationId, others, from, to, lastCommonDays);
    }

    /** The same with all days, those included on which something has no price. */
    public HistoryRequest withAllDays() {
        return new HistoryRequest(organisationId, symbols, from, to, null);
    }
}
