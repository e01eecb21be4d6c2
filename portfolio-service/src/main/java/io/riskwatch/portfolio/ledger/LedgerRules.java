package io.riskwatch.portfolio.ledger;

import java.util.Set;
import java.util.UUID;

/**
 * What a replay goes by.
 *
 * @param shortSales what becomes of a sale of more than is held
 * @param shortSellers the accounts in which it becomes a short lot even where {@code shortSales} refuses it
 */
public record LedgerRules(LotMethod lotMethod, ShortSales shortSales, Set<UUID> shortSellers) {

    /** First in, first out, and nothing is sold that is not held. */
    public static final LedgerRules DEFAULT = new LedgerRules(LotMethod.FIFO, ShortSales.REFUSED);

    public LedgerRules {
        shortSellers = Set.copyOf(shortSellers);
    }

    /** The same in every account. */
    public LedgerRules(LotMethod lotMethod, ShortSales shortSales) {
        this(lotMethod, shortSales, Set.of());
    }

    public LedgerRules with(LotMethod method) {
        return new LedgerRules(method, shortSales, shortSellers);
    }

    /** What holds within one account. */
    LedgerRules of(UUID account) {
        return shortSellers.contains(account) ? new LedgerRules(lotMethod, ShortSales.ALLOWED) : this;
    }

    /** What becomes of a sale of more than is held. */
    public enum ShortSales {
        /** It is an error: {@link Oversold}. */
        REFUSED,
        /** What is not held is sold short: a lot of negative quantity, which the next purchase closes first. */
        ALLOWED
    }
}
