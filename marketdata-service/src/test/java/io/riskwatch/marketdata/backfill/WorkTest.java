package io.riskwatch.marketdata.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.SourceSymbol;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTest {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
    private static final ProviderError PLAN = new ProviderError.Plan("not in this plan");

    private static Work wanting(LocalDate from, LocalDate to) {
        return new Work(
                1,
                SourceSymbol.of("AAPL"),
                InstrumentType.EQUITY,
                new Span(from, to),
                null,
                null,
                Set.of(),
                Work.State.WAITING,
                null,
                null,
                null,
                0,
                0,
                NOW);
    }

    private static Work until(Work work, LocalDate last) {
        return new Work(
                work.id(),
                work.symbol(),
                work.type(),
                new Span(work.wanted().from(), last),
                work.asked(),
                work.provider(),
                work.givenUp(),
                Work.State.WAITING,
                null,
                null,
                work.cutShort(),
                0,
                0,
                NOW);
    }

    @ParameterizedTest(name = "{0} days in pieces of {1}")
    @CsvSource({"1, 1", "1, 392", "2, 1", "30, 11", "392, 392", "393, 392", "7305, 392", "7305, 7320", "7305, 40"})
    void piecesCoverAllDaysFromTheNewestToTheOldestAndNeighboursShareSome(int days, int longest) {
        Work work = wanting(LAST.minusDays(days - 1L), LAST);
        List<Span> pieces = new ArrayList<>();
        int percent = 0;
        while (work.state() == Work.State.WAITING) {
            Span piece = work.next(longest).orElseThrow();
            assertThat(piece.days()).isLessThanOrEqualTo(Math.max(longest, Work.OVERLAP + 1));
            work = work.stored(piece, "twelve-data", NOW);
            assertThat(work.percent()).isGreaterThanOrEqualTo(percent);
            percent = work.percent();
            pieces.add(piece);
        }
        assertThat(work.state()).isEqualTo(Work.State.DONE);
        assertThat(work.next(longest)).isEmpty();
        assertThat(pieces.getFirst().to()).isEqualTo(LAST);
        assertThat(pieces.getLast().from()).isEqualTo(work.wanted().from());
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).to()).isAfterOrEqualTo(pieces.get(i - 1).from());
            assertThat(pieces.get(i).from()).isBefore(pieces.get(i - 1).from());
        }
    }

    @Test
    void newDaysAreAskedForBeforeOldOnes() {
        Work work = wanting(LAST.minusDays(1_000), LAST);
        work = work.stored(work.next(300).orElseThrow(), "yahoo", NOW);
        work = until(work, LAST.plusDays(500));
        assertThat(work.next(300)).contains(new Span(LAST.minusDays(9), LAST.plusDays(290)));
        work = work.stored(work.next(300).orElseThrow(), "yahoo", NOW);
        assertThat(work.next(300).orElseThrow().to()).isEqualTo(LAST.plusDays(500));
        work = work.stored(work.next(300).orElseThrow(), "yahoo", NOW);
        assertThat(work.next(300).orElseThrow().from()).isEqualTo(LAST.minusDays(589));
    }

    @Test
    void oneProviderGivesAllAndAnotherStartsFromTheBeginning() {
        Work work = wanting(LAST.minusDays(1_000), LAST);
        assertThat(work.mayAsk("yahoo")).isTrue();
        work = work.stored(work.next(300).orElseThrow(), "yahoo", NOW);
        assertThat(work.mayAsk("yahoo")).isTrue();
        assertThat(work.mayAsk("twelve-data")).isFalse();
        work = work.withoutProvider("yahoo", PLAN, NOW);
        assertThat(work.mayAsk("yahoo")).isFalse();
        assertThat(work.mayAsk("twelve-data")).isTrue();
        assertThat(work.asked()).isNull();
        assertThat(work.percent()).isZero();
    }

    @Test
    void aLimitIsNoFailureAndAFaultIs() {
        Work work = wanting(LAST, LAST);
        ProviderError limit = new ProviderError.RateLimited(Duration.ofMinutes(1), "spent");
        assertThat(work.postponed(limit, NOW.plusSeconds(60)).attempts()).isZero();
        Work failed = work.postponed(new ProviderError.Upstream("away"), NOW.plusSeconds(60));
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.stored(new Span(LAST, LAST), "yahoo", NOW).attempts()).isZero();
    }

    @Test
    void whatIsCutShortSaysWhyAndStaysSoWhenNewDaysCome() {
        Work work = wanting(LAST.minusDays(1_000), LAST);
        work = work.stored(work.next(300).orElseThrow(), "alpha-vantage", NOW).cutShort(PLAN, NOW);
        assertThat(work.state()).isEqualTo(Work.State.PARTIAL);
        assertThat(work.cutShort()).isEqualTo("not in this plan");
        work = until(work, LAST.plusDays(1));
        work = work.stored(work.next(300).orElseThrow(), "alpha-vantage", NOW);
        assertThat(work.state()).isEqualTo(Work.State.PARTIAL);
        assertThat(work.cutShort()).isEqualTo("not in this plan");
    }

    @Test
    void piecesThatNeverFitAreGivenUp() {
        Work work = wanting(LAST.minusDays(1_000), LAST);
        for (int i = 0; i < 3; i++) {
            work = work.stored(work.next(300).orElseThrow(), "yahoo", NOW).again(NOW);
            assertThat(work.state()).isEqualTo(Work.State.WAITING);
            assertThat(work.asked()).isNull();
        }
        work = work.stored(work.next(300).orElseThrow(), "yahoo", NOW).again(NOW);
        assertThat(work.state()).isEqualTo(Work.State.FAILED);
        assertThat(work.error()).isEqualTo(ProviderError.Kind.CONTRACT);
    }
}
