package io.riskwatch.marketdata.upload;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.riskwatch.marketdata.upload.PriceFile.Format;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One uploaded price file.
 *
 * @param counts its prices by what they are to the history there was before
 * @param rows its first prices with line and status, at most 200
 */
record ImportView(
        UUID importId,
        State state,
        Format format,
        String fileName,
        String currency,
        Counts counts,
        List<String> symbols,
        LocalDate from,
        LocalDate to,
        List<Row> rows,
        Instant createdAt) {

    /** Only a committed file counts; an undone one is remembered, but its prices are gone. */
    enum State {
        PREVIEW,
        COMMITTED,
        UNDONE
    }

    /** What a price is to the history there was: not there before, the same, another value for the day, or no price. */
    enum Status {
        NEW,
        DUPLICATE,
        REVISED,
        IGNORED
    }

    /** How many prices have each status; a file with an error is refused as a whole, so ERROR is 0. */
    record Counts(
            @JsonProperty("NEW") long fresh,
            @JsonProperty("DUPLICATE") long duplicate,
            @JsonProperty("REVISED") long revised,
            @JsonProperty("IGNORED") long ignored,
            @JsonProperty("ERROR") long error) {}

    /** A price of the file. */
    record Row(long line, Status status, String symbol, LocalDate date, double close) {}

    ImportView {
        symbols = List.copyOf(symbols);
        rows = List.copyOf(rows);
    }
}
