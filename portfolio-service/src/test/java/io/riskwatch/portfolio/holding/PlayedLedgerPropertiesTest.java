package io.riskwatch.portfolio.holding;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Histories;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.Oversold;
import io.riskwatch.portfolio.transaction.LedgerPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A ledger that is changed and asked again and again says the same as one played from scratch, to the last bit. */
class PlayedLedgerPropertiesTest {

    private static final int TRIES = 150;
    private static final LedgerRules RULES = LedgerRules.DEFAULT;
    private static final Question<HistoryPart, HoldingHistory> EVERY_DAY = new HoldingHistories.EveryDay(RULES, null);
    private static final Question<Holdings.Content, Holdings.Content> AT_THE_END =
            new Holdings.AtTheEndOf(LocalDate.MAX, RULES, null);

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.any(RULES);
    }

    /** Entries come, some of them backdated; between them, one is deleted or corrected now and then. */
    @Property(tries = TRIES)
    void theDaysAfterAnyChangeAreThoseFromScratch(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @Size(60) List<@IntRange(max = 9_999) Integer> whims) {
        saysWhatItSaysFromScratch(EVERY_DAY, entries, whims);
    }

    @Property(tries = TRIES)
    void theHoldingsAfterAnyChangeAreThoseFromScratch(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @Size(60) List<@IntRange(max = 9_999) Integer> whims) {
        saysWhatItSaysFromScratch(AT_THE_END, entries, whims);
    }

    private static <P, A> void saysWhatItSaysFromScratch(
            Question<P, A> question, List<LedgerEntry> entries, List<Integer> whims) {
        var table = new Table();
        var ledger = PlayedLedger.nothing(question);
        for (var i = 0; i < entries.size(); i++) {
            table.insert(entries.get(i));
            table.obey(whims.get(i));
            if (whims.get(i) % 7 != 0) {
                ledger = renewed(ledger, table);
            }
            if (i % 6 == 5 || i == entries.size() - 1) {
                ledger = renewed(ledger, table);
                assertThat(ledger.answer()).usingRecursiveComparison().isEqualTo(scratch(question, table.entries()));
            }
        }
    }

    private static <P, A> PlayedLedger<P, A> renewed(PlayedLedger<P, A> before, Table table) {
        var now = table.parts();
        var renewal = before.renewal(now);
        var newest = before.newest();
        if (renewal.mayGoOn()) {
            renewal.goOn(table.addedAfter(newest), () -> table.entries(row -> row.entry.sequence() > newest));
        }
        var symbols = renewal.fromTheStart().stream().map(LedgerPart::symbols).collect(Collectors.toSet());
        table.entries(row -> symbols.contains(table.tied(row))).forEach(renewal::play);
        return renewal.ledger().orElseThrow();
    }

    private static <P, A> A scratch(Question<P, A> question, List<LedgerEntry> entries) {
        var replay = question.start();
        entries.forEach(replay::play);
        return question.together(List.of(replay.part()));
    }

    private record Row(LedgerEntry entry, long version) {

        List<String> symbols() {
            return Stream.of(
                            Optional.ofNullable(entry.booking().symbol()),
                            Optional.ofNullable(entry.booking().terms().newSymbol()))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** The ledger's table, as the database would have it. */
    private static final class Table {

        private final TreeMap<Long, Row> rows = new TreeMap<>();

        void insert(LedgerEntry entry) {
            changed(now -> now.put(entry.sequence(), new Row(entry, 0)));
        }

        /** Deletes a row, or changes one's day, or does nothing. */
        void obey(int whim) {
            if (rows.isEmpty()) {
                return;
            }
            var row = List.copyOf(rows.values()).get(whim / 3 % rows.size());
            if (whim % 3 == 1) {
                changed(now -> now.remove(row.entry.sequence()));
            } else if (whim % 3 == 2) {
                changed(now ->
                        now.put(row.entry.sequence(), new Row(moved(row.entry, whim % 40 - 20), row.version + 1)));
            }
        }

        private static LedgerEntry moved(LedgerEntry entry, int days) {
            var said = entry.booking();
            var now = new Booking(
                    said.date().plusDays(days),
                    said.type(),
                    said.symbol(),
                    said.quantity(),
                    said.quantityPer(),
                    said.price(),
                    said.currency(),
                    said.fee(),
                    said.amount(),
                    said.terms(),
                    said.lots());
            return new LedgerEntry(entry.sequence(), entry.id(), now);
        }

        /** What makes the ledger impossible does not happen. */
        private void changed(java.util.function.Consumer<Map<Long, Row>> change) {
            var next = new TreeMap<>(rows);
            change.accept(next);
            try {
                Ledger.replay(next.values().stream().map(Row::entry).toList(), RULES, gain -> {});
            } catch (BookingRefused | Oversold e) {
                return;
            }
            rows.clear();
            rows.putAll(next);
        }

        List<LedgerEntry> entries() {
            return entries(row -> true);
        }

        List<LedgerEntry> entries(Predicate<Row> which) {
            return rows.values().stream()
                    .filter(which)
                    .map(Row::entry)
                    .sorted(LedgerEntry.ORDER)
                    .toList();
        }

        List<LedgerPart> parts() {
            return parts(List.copyOf(rows.values()));
        }

        List<LedgerPart> addedAfter(long sequence) {
            return parts(List.copyOf(rows.tailMap(sequence, false).values()));
        }

        private List<LedgerPart> parts(List<Row> of) {
            var parts = new HashMap<Set<String>, LedgerPart>();
            for (var row : of) {
                var fingerprint = 31 * (row.entry.sequence() * 0x9E3779B97F4A7C15L) + row.version * 0xC2B2AE3D27D4EB4FL;
                parts.merge(
                        tied(row), new LedgerPart(tied(row), 1, row.entry.sequence(), fingerprint), LedgerPart::and);
            }
            return new ArrayList<>(parts.values());
        }

        /** Everything that can be reached from the row's securities over spin-offs and mergers. */
        Set<String> tied(Row row) {
            var reached = new HashSet<>(row.symbols());
            for (var grown = true; grown; ) {
                grown = false;
                for (var other : rows.values()) {
                    if (other.symbols().stream().anyMatch(reached::contains)) {
                        grown |= reached.addAll(other.symbols());
                    }
                }
            }
            return reached;
        }
    }
}
