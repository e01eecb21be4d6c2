package io.riskwatch.marketdata.backfill;

import io.riskwatch.marketdata.provider.ProviderError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the fetching of histories has come.
 *
 * @param state RUNNING while any symbol waits for its next piece; DONE where all is stored that the providers have; PARTIAL
 *     where something could not be had; FAILED where nothing could
 * @param percent share of the wanted days that were asked for
 */
record BackfillView(
        UUID id, State state, int percent, LocalDate from, LocalDate to, Instant createdAt, List<SymbolView> symbols) {

    BackfillView {
        symbols = List.copyOf(symbols);
    }

    /** Of all symbols together. */
    enum State {
        RUNNING,
        DONE,
        PARTIAL,
        FAILED
    }

    /**
     * One symbol.
     *
     * @param provider who gives its bars
     * @param askedFrom the oldest day that was asked for so far
     * @param error the class of the last error: AUTH, RATE_LIMITED, NOT_FOUND, PLAN, UPSTREAM or CONTRACT
     * @param detail what is to be known of an error, or why older days cannot be had
     * @param retryAt when the next piece is asked for; absent where none is
     */
    record SymbolView(
            String symbol,
            Work.State state,
            int percent,
            @Nullable String provider,
            @Nullable LocalDate askedFrom,
            @Nullable LocalDate askedTo,
            ProviderError.@Nullable Kind error,
            @Nullable String detail,
            @Nullable Instant retryAt) {

        static SymbolView of(Work work) {
            Span asked = work.asked();
            return new SymbolView(
                    work.symbol().key(),
                    work.state(),
                    work.percent(),
                    work.provider(),
                    asked == null ? null : asked.from(),
                    asked == null ? null : asked.to(),
                    work.error(),
                    work.detail() == null ? work.cutShort() : work.detail(),
                    work.state() == Work.State.WAITING ? work.retryAt() : null);
        }
    }

    static BackfillView of(Backfill backfill, List<Work> works) {
        return new BackfillView(
                backfill.id(),
                state(works),
                (int) works.stream()
                        .mapToInt(work -> work.state() == Work.State.FAILED ? 100 : work.percent())
                        .average()
                        .orElse(100),
                backfill.wanted().from(),
                backfill.wanted().to(),
                backfill.createdAt(),
                works.stream().map(SymbolView::of).toList());
    }

    private static State state(List<Work> works) {
        if (works.stream().anyMatch(work -> work.state() == Work.State.WAITING)) {
            return State.RUNNING;
        }
        if (works.stream().allMatch(work -> work.state() == Work.State.DONE)) {
            return State.DONE;
        }
        return works.stream().allMatch(work -> work.state() == Work.State.FAILED) ? State.FAILED : State.PARTIAL;
    }
}
