package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.transaction.LedgerPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as far as it was played for a question: each part with the replay that can go on, and the answer over all.
 *
 * @param <P> what a part comes to
 * @param <A> the answer
 */
final class PlayedLedger<P, A> {

    /** More than that is read as quickly from the start. */
    private static final int MOST_ADDED = 10_000;

    private final Question<P, A> question;
    private final Map<LedgerPart, Played<P>> played;
    private final A answer;

    private PlayedLedger(Question<P, A> question, Map<LedgerPart, Played<P>> played) {
        this.question = question;
        this.played = played;
        this.answer =
                question.together(played.values().stream().map(Played::part).toList());
    }

    /** A ledger of which nothing was played. */
    static <P, A> PlayedLedger<P, A> nothing(Question<P, A> question) {
        return new PlayedLedger<>(question, Map.of());
    }

    A answer() {
        return answer;
    }

    boolean isOf(Collection<LedgerPart> parts) {
        return played.size() == parts.size() && played.keySet().containsAll(parts);
    }

    /** The sequence of the row entered last. */
    long newest() {
        return played.keySet().stream().mapToLong(LedgerPart::newest).max().orElse(-1);
    }

    int figures() {
        return 1
                + played.values().stream()
                        .mapToInt(part -> 1 + part.replay.figures())
                        .sum();
    }

    /** The way to the ledger of those parts. This one is used up by it: its replays go on there. */
    Renewal renewal(Collection<LedgerPart> parts) {
        return new Renewal(parts);
    }

    /** A replay of one part with what it came to. */
    private static final class Played<P> {

        private final Replay<P> replay;
        private final Set<String> symbols;
        private @Nullable LedgerEntry last;
        private @Nullable P part;
        private long rows;

        Played(Question<P, ?> question, LedgerPart part) {
            replay = question.start();
            symbols = part.symbols();
        }

        void play(LedgerEntry entry) {
            replay.play(entry);
            last = entry;
            part = null;
            rows++;
        }

        boolean isBefore(LedgerEntry entry) {
            return last == null || LedgerEntry.ORDER.compare(last, entry) <= 0;
        }

        P part() {
            var known = part;
            if (known == null) {
                known = replay.part();
                part = known;
            }
            return known;
        }
    }

    /** A part to which nothing happened but that rows were added. */
    private record Growth<P>(LedgerPart now, long rows, Played<P> replay) {}

    /** Takes over what did not change, goes on where bookings only came after everything else, and plays the rest again. */
    final class Renewal {

        private final Map<LedgerPart, Played<P>> renewed = new HashMap<>();
        private final Set<LedgerPart> changed = new LinkedHashSet<>();
        private final Map<String, Played<P>> again = new HashMap<>();
        private @Nullable Played<P> moneyAgain;
        private boolean torn;

        private Renewal(Collection<LedgerPart> parts) {
            for (var part : parts) {
                var same = played.get(part);
                if (same == null) {
                    changed.add(part);
                } else {
                    renewed.put(part, same);
                }
            }
        }

        boolean mayGoOn() {
            return !played.isEmpty() && !changed.isEmpty();
        }

        /**
         * Goes on with the replays of parts to which rows were only added, all of them after those played before.
         *
         * @param added what came to each part since the newest row here
         * @param entered those rows in the ledger's order
         */
        void goOn(List<LedgerPart> added, Supplier<List<LedgerEntry>> entered) {
            if (added.stream().mapToLong(LedgerPart::rows).sum() > MOST_ADDED) {
                return;
            }
            var growths = growths(added);
            if (growths.isEmpty()) {
                return;
            }
            var rows = entered.get();
            for (var growth : growths) {
                var own = rows.stream().filter(row -> isOf(growth.now(), row)).toList();
                if (own.size() == growth.rows() && growth.replay().isBefore(own.getFirst())) {
                    own.forEach(growth.replay()::play);
                    renewed.put(growth.now(), growth.replay());
                    changed.remove(growth.now());
                }
            }
        }

        private List<Growth<P>> growths(List<LedgerPart> added) {
            var later = bySymbols(added);
            var growths = new ArrayList<Growth<P>>();
            played.forEach((before, replay) -> {
                var own = later.get(before.symbols());
                if (own != null && changed.contains(before.and(own))) {
                    growths.add(new Growth<>(before.and(own), own.rows(), replay));
                }
            });
            return growths;
        }

        private static Map<Set<String>, LedgerPart> bySymbols(Collection<LedgerPart> parts) {
            var found = new HashMap<Set<String>, LedgerPart>();
            parts.forEach(part -> found.put(part.symbols(), part));
            return found;
        }

        private static boolean isOf(LedgerPart part, LedgerEntry entry) {
            var symbol = entry.booking().symbol();
            return symbol == null ? part.symbols().isEmpty() : part.symbols().contains(symbol);
        }

        /** The parts whose rows are all to be shown again. */
        List<LedgerPart> fromTheStart() {
            for (var part : changed) {
                var replay = new Played<>(question, part);
                renewed.put(part, replay);
                if (part.symbols().isEmpty()) {
                    moneyAgain = replay;
                }
                part.symbols().forEach(symbol -> again.put(symbol, replay));
            }
            return List.copyOf(changed);
        }

        void play(LedgerEntry entry) {
            var symbol = entry.booking().symbol();
            var brought = entry.booking().terms().newSymbol();
            var replay = symbol == null ? moneyAgain : again.get(symbol);
            if (replay == null || (brought != null && !replay.symbols.contains(brought))) {
                torn = true;
            } else if (!torn) {
                replay.play(entry);
            }
        }

        /** Empty when other rows were shown than the parts had. */
        Optional<PlayedLedger<P, A>> ledger() {
            for (var part : changed) {
                var replay = renewed.get(part);
                torn |= replay == null || replay.rows != part.rows();
            }
            return torn ? Optional.empty() : Optional.of(new PlayedLedger<>(question, renewed));
        }
    }
}
