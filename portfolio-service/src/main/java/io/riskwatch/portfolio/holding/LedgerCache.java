package io.riskwatch.portfolio.holding;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was worked out of a ledger until the ledger changes, so that a long one is not replayed for every question.
 * When all that changed is that bookings came after everything else, the replay goes on with them; otherwise it begins
 * again. Every call asks the database for the ledger's mark and never answers from an older one; the portfolio itself,
 * and whose it is, is the caller's to check first.
 */
@Component
class LedgerCache {

    /** Figures kept over all portfolios: some dozens of megabytes. */
    private static final long MOST_KEPT = 3_000_000;

    /** More than that is read as quickly from the start. */
    private static final int MOST_ADDED = 10_000;

    private static final Duration UNUSED = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Cache<Key, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, Kept entry) -> 1 + entry.replay().figures())
            .expireAfterAccess(UNUSED)
            .build();

    LedgerCache(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Key(UUID organisation, UUID portfolio, Object question) {}

    /**
     * An answer, and the replay that gave it and can go on.
     *
     * @param last the last entry that was played
     */
    private record Kept(
            Mark mark,
            Object answer,
            Replay<?> replay,
            @Nullable LedgerEntry last) {}

    /**
     * Equal marks mean equal ledgers: sequences only grow, so that with the same newest row none was added; of the same
     * rows none was deleted when there are as many; and none was changed when their versions add up to the same, since
     * a version only grows.
     */
    private record Mark(long rows, long newest, long versions) {

        /** Of no ledger there is. */
        static final Mark NONE = new Mark(-1, -1, -1);

        Mark and(Mark later) {
            return new Mark(rows + later.rows, Math.max(newest, later.newest), versions + later.versions);
        }
    }

    /**
     * The answer to a question about a ledger.
     *
     * @param question equal questions about equal ledgers have equal answers
     * @param start of the work; what it answers, nobody changes. The ledger is read within the caller's transaction
     */
    <T> T of(UUID portfolioId, Object question, Class<T> type, Supplier<Replay<T>> start) {
        var key = new Key(organisation(), portfolioId, question);
        var mark = mark(portfolioId, 0);
        var known = kept.getIfPresent(key);
        if (known != null && known.mark().equals(mark)) {
            return type.cast(known.answer());
        }
        // whoever goes on with a replay takes it out first, so that nobody else does
        var goneOn = known != null && kept.asMap().remove(key, known)
                ? goneOn(portfolioId, known, mark)
                : Optional.<Kept>empty();
        var now = goneOn.orElseGet(() -> fromTheStart(portfolioId, start.get(), mark));
        if (now.mark().equals(mark)) {
            kept.put(key, now);
        }
        return type.cast(now.answer());
    }

    private Kept fromTheStart(UUID portfolioId, Replay<?> replay, Mark mark) {
        var played = new Object() {
            @Nullable
            LedgerEntry last;

            long rows;

            void play(LedgerEntry entry) {
                replay.play(entry);
                last = entry;
                rows++;
            }
        };
        transactions.forEach(portfolioId, played::play);
        // rows that came or went after the mark was taken: the answer is true, and not the mark's
        return new Kept(played.rows == mark.rows() ? mark : Mark.NONE, replay.answer(), replay, played.last);
    }

    /** Empty when more changed than that bookings came after everything else. */
    private Optional<Kept> goneOn(UUID portfolioId, Kept known, Mark mark) {
        var before = known.mark();
        var added = mark(portfolioId, before.newest());
        if (added.rows() > MOST_ADDED || !before.and(added).equals(mark)) {
            return Optional.empty();
        }
        var later = transactions.enteredAfter(portfolioId, before.newest());
        if (later.size() != added.rows() || (known.last() != null && isBefore(later.getFirst(), known.last()))) {
            return Optional.empty();
        }
        later.forEach(known.replay()::play);
        return Optional.of(new Kept(mark, known.replay().answer(), known.replay(), later.getLast()));
    }

    private static boolean isBefore(LedgerEntry one, LedgerEntry other) {
        return LedgerEntry.ORDER.compare(one, other) < 0;
    }

    /** Of the rows entered after the one with that sequence. */
    private Mark mark(UUID portfolioId, long after) {
        return jdbc.sql("""
                        select count(*) as rows, coalesce(max(sequence), 0) as newest, coalesce(sum(version), 0) as versions
                        from ledger_transaction where organisation_id = ? and portfolio_id = ? and sequence > ?""")
                .params(organisation(), portfolioId, after)
                .query((row, number) -> new Mark(row.getLong("rows"), row.getLong("newest"), row.getLong("versions")))
                .single();
    }
}
