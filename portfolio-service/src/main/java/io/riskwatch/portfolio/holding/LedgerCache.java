package io.riskwatch.portfolio.holding;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.riskwatch.portfolio.transaction.LedgerPart;
import io.riskwatch.portfolio.transaction.LedgerParts;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what was worked out of the parts of a ledger until they change, so that a long one is not replayed for every
 * question: a booking, whenever it was, a correction or a deletion costs the replay of its own securities. Every call asks
 * the database for the parts as they are and never answers from older ones; the portfolio itself, and whose it is, is the
 * caller's to check first.
 */
@Component
class LedgerCache {

    /** Figures kept over all portfolios: some dozens of megabytes. */
    private static final long MOST_KEPT = 6_000_000;

    private static final Duration UNUSED = Duration.ofMinutes(30);

    private final LedgerParts parts;
    private final Transactions transactions;
    private final LongLedgers longLedgers;
    private final Cache<Key, PlayedLedger<?, ?>> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, PlayedLedger<?, ?> ledger) -> ledger.figures())
            .expireAfterAccess(UNUSED)
            .build();

    LedgerCache(LedgerParts parts, Transactions transactions, LongLedgers longLedgers) {
        this.longLedgers = longLedgers;
        this.parts = parts;
        this.transactions = transactions;
    }

    private record Key(UUID organisation, UUID portfolio, Question<?, ?> question) {}

    /** The answer to a question about a ledger, which is read within the caller's transaction. */
    <P, A> A of(UUID portfolioId, Question<P, A> question) {
        var key = new Key(organisation(), portfolioId, question);
        var now = parts.of(portfolioId);
        if (now.stream().mapToLong(LedgerPart::rows).sum() >= LongLedgers.LONG) {
            longLedgers.asked(new LongLedgers.Named(key.organisation(), portfolioId));
        }
        var known = this.<P, A>known(key);
        if (known != null && known.isOf(now)) {
            return known.answer();
        }
        // what a transaction wrote and may still take back is nothing to keep
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return inOneGo(portfolioId, question);
        }
        // whoever goes on with replays takes them out first, so that nobody else does
        var before = known != null && kept.asMap().remove(key, known) ? known : PlayedLedger.nothing(question);
        var renewed = renewed(portfolioId, before, now);
        renewed.ifPresent(ledger -> kept.put(key, ledger));
        return renewed.map(PlayedLedger::answer).orElseGet(() -> inOneGo(portfolioId, question));
    }

    @SuppressWarnings("unchecked") // equal questions have parts and answers of the same type
    private <P, A> @Nullable PlayedLedger<P, A> known(Key key) {
        return (PlayedLedger<P, A>) kept.getIfPresent(key);
    }

    /** Empty when rows came or went while they were read. */
    private <P, A> Optional<PlayedLedger<P, A>> renewed(
            UUID portfolioId, PlayedLedger<P, A> before, List<LedgerPart> now) {
        var renewal = before.renewal(now);
        if (renewal.mayGoOn()) {
            var newest = before.newest();
            renewal.goOn(
                    parts.addedAfter(portfolioId, newest, now), () -> transactions.enteredAfter(portfolioId, newest));
        }
        var again = renewal.fromTheStart();
        if (again.size() == now.size()) {
            transactions.forEach(portfolioId, renewal::play);
        } else if (!again.isEmpty()) {
            var symbols = new HashSet<String>();
            again.forEach(part -> symbols.addAll(part.symbols()));
            var money = again.stream().anyMatch(part -> part.symbols().isEmpty());
            transactions.forEach(portfolioId, symbols, money, renewal::play);
        }
        return renewal.ledger();
    }

    /** The whole ledger as one part. */
    private <P, A> A inOneGo(UUID portfolioId, Question<P, A> question) {
        var replay = question.start();
        transactions.forEach(portfolioId, replay::play);
        return question.together(List.of(replay.part()));
    }
}
