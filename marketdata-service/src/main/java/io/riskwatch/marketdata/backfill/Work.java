package io.riskwatch.marketdata.backfill;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SourceSymbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fetching of one symbol's history, from its newest days to its oldest. A value: each answer makes the next one of it.
 *
 * @param wanted the days that are wanted
 * @param asked the days that have been asked for; null at the beginning
 * @param provider who gives the bars, all of them; null until one answered
 * @param givenUp who was tried and cannot
 * @param state WAITING for its next piece, or how it ended
 * @param error why the last question failed; null where it did not
 * @param cutShort why older days than those that are stored cannot be had; null where they can
 * @param attempts failures since the last piece that came
 * @param restarts how often it began anew because the pieces did not fit each other
 * @param retryAt when the next piece is asked for
 */
record Work(
        long id,
        SourceSymbol symbol,
        InstrumentType type,
        Span wanted,
        @Nullable Span asked,
        @Nullable String provider,
        Set<String> givenUp,
        State state,
        ProviderError.@Nullable Kind error,
        @Nullable String detail,
        @Nullable String cutShort,
        int attempts,
        int restarts,
        Instant retryAt) {

    /** Days that neighbouring pieces have in common: at least one trading day, by which a split in between shows. */
    static final int OVERLAP = 10;

    private static final int MOST_RESTARTS = 3;

    Work {
        givenUp = Set.copyOf(givenUp);
    }

    /** Where it stands. */
    enum State {
        WAITING,
        /** All that the provider has of the days wanted is stored. */
        DONE,
        /** What could be had is stored, and {@code cutShort} says why it is not all. */
        PARTIAL,
        FAILED
    }

    /** Whether the provider may be asked for the next piece. */
    boolean mayAsk(String name) {
        return provider == null ? !givenUp.contains(name) : provider.equals(name);
    }

    /**
     * The days to ask for next: the newest first, then what came since, then back to the first day wanted. Neighbours
     * overlap.
     *
     * @param longest how many days one question may span
     */
    Optional<Span> next(int longest) {
        if (asked == null) {
            return Optional.of(new Span(later(wanted.from(), wanted.to().minusDays(longest - 1L)), wanted.to()));
        }
        if (asked.to().isBefore(wanted.to())) {
            LocalDate from = later(asked.from(), asked.to().minusDays(OVERLAP - 1L));
            return Optional.of(new Span(
                    from, earlier(wanted.to(), from.plusDays(Math.max(longest, OVERLAP + 1) - 1L))));
        }
        if (wanted.from().isBefore(asked.from())) {
            LocalDate to = earlier(asked.to(), asked.from().plusDays(OVERLAP - 1L));
            return Optional.of(new Span(later(wanted.from(), to.minusDays(Math.max(longest, OVERLAP + 1) - 1L)), to));
        }
        return Optional.empty();
    }

    /** Share of the wanted days that have been asked for, in percent. */
    int percent() {
        if (state == State.DONE || state == State.PARTIAL) {
            return 100;
        }
        if (asked == null) {
            return 0;
        }
        LocalDate from = later(asked.from(), wanted.from());
        LocalDate to = earlier(asked.to(), wanted.to());
        return to.isBefore(from) ? 0 : Math.toIntExact(100 * new Span(from, to).days() / wanted.days());
    }

    /** After a piece came and was stored. */
    Work stored(Span piece, String by, Instant now) {
        Span all = asked == null ? piece : new Span(earlier(asked.from(), piece.from()), later(asked.to(), piece.to()));
        boolean whole = !all.from().isAfter(wanted.from()) && !all.to().isBefore(wanted.to());
        State next = !whole ? State.WAITING : cutShort == null ? State.DONE : State.PARTIAL;
        return new Work(id, symbol, type, wanted, all, by, givenUp, next, null, null, cutShort, 0, restarts, now);
    }

    /** The provider has nothing older than what came: that is the whole history. */
    Work begun(Span piece, String by, Instant now) {
        return stored(new Span(wanted.from(), piece.to()), by, now);
    }

    /** What can be had is there, and nothing more can. */
    Work cutShort(ProviderError reason, Instant now) {
        LocalDate to = asked == null ? wanted.to() : asked.to();
        return new Work(
                id,
                symbol,
                type,
                wanted,
                new Span(earlier(wanted.from(), to), to),
                provider,
                givenUp,
                State.PARTIAL,
                null,
                null,
                reason.detail(),
                0,
                restarts,
                now);
    }

    /** Nothing can be had. */
    Work failed(ProviderError reason, Instant now) {
        return waiting(asked, provider, givenUp, reason, attempts, restarts, now)
                .ended();
    }

    /** Asked again later. */
    Work postponed(ProviderError reason, Instant until) {
        int more = reason instanceof ProviderError.RateLimited ? attempts : attempts + 1;
        return waiting(asked, provider, givenUp, reason, more, restarts, until);
    }

    /** From the beginning with somebody else. */
    Work withoutProvider(String name, ProviderError reason, Instant now) {
        Set<String> tried = new LinkedHashSet<>(givenUp);
        tried.add(name);
        return waiting(null, null, tried, reason, 0, restarts, now);
    }

    /** From the beginning, since the newest piece does not fit the stored ones; given up where that happens again and again. */
    Work again(Instant now) {
        ProviderError reason = new ProviderError.Contract("neighbouring pieces do not fit each other");
        return restarts >= MOST_RESTARTS
                ? failed(reason, now)
                : waiting(null, provider, givenUp, reason, 0, restarts + 1, now);
    }

    private Work waiting(
            @Nullable Span all,
            @Nullable String by,
            Set<String> tried,
            ProviderError reason,
            int failures,
            int begins,
            Instant at) {
        return new Work(
                id,
                symbol,
                type,
                wanted,
                all,
                by,
                tried,
                State.WAITING,
                reason.kind(),
                reason.detail(),
                all == null ? null : cutShort,
                failures,
                begins,
                at);
    }

    private Work ended() {
        return new Work(
                id,
                symbol,
                type,
                wanted,
                asked,
                provider,
                givenUp,
                State.FAILED,
                error,
                detail,
                cutShort,
                attempts,
                restarts,
                retryAt);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
