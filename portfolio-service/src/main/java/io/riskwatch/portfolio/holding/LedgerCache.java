package io.riskwatch.portfolio.holding;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was worked out of a ledger until the ledger changes, so that a long one is not replayed for every question.
 * Every call asks the database for the ledger's mark and never answers from an older one; the portfolio itself, and
 * whose it is, is the caller's to check first.
 */
@Component
class LedgerCache {

    /** Figures kept over all portfolios: some dozens of megabytes. */
    private static final long MOST_KEPT = 3_000_000;

    private static final Duration UNUSED = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Cache<Key, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, Kept entry) -> entry.weight())
            .expireAfterAccess(UNUSED)
            .build();

    LedgerCache(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(UUID organisation, UUID portfolio, Object question) {}

    private record Kept(Mark mark, Object answer, int weight) {}

    /**
     * Equal marks mean equal ledgers: sequences only grow, so that with the same newest row none was added; of the same
     * rows none was deleted when there are as many; and none was changed when their versions add up to the same, since
     * a version only grows.
     */
    private record Mark(long rows, long newest, long versions) {}

    /**
     * The answer to a question about a ledger.
     *
     * @param question equal questions about equal ledgers have equal answers, which nobody changes
     * @param answer works it out; called within the caller's transaction
     * @param figures how many figures an answer holds
     */
    <T> T of(UUID portfolioId, Object question, Class<T> type, Supplier<T> answer, ToIntFunction<T> figures) {
        var key = new Key(organisation(), portfolioId, question);
        var mark = mark(portfolioId);
        var known = kept.getIfPresent(key);
        if (known != null && known.mark().equals(mark)) {
            return type.cast(known.answer());
        }
        var worked = answer.get();
        kept.put(key, new Kept(mark, worked, 1 + figures.applyAsInt(worked)));
        return worked;
    }

    private Mark mark(UUID portfolioId) {
        return jdbc.sql("""
                        select count(*) as rows, coalesce(max(sequence), 0) as newest, coalesce(sum(version), 0) as versions
                        from ledger_transaction where organisation_id = ? and portfolio_id = ?""")
                .params(organisation(), portfolioId)
                .query((row, number) -> new Mark(row.getLong("rows"), row.getLong("newest"), row.getLong("versions")))
                .single();
    }
}
