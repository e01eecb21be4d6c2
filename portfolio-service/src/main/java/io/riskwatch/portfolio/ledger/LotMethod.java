package io.riskwatch.portfolio.ledger;

/**
 * Which lots a sale consumes when the user chose none. The method decides only how a gain is split between realised and
 * unrealised: cost consumed + cost that remains, quantities and cash are the same under each.
 */
public enum LotMethod {
    /** The oldest first (first in, first out). */
    FIFO,
    /** The newest first (last in, first out). */
    LIFO,
    /** The dearest per unit first, in the position's own currency; of equally dear ones the oldest. A lot of unknown cost comes last. */
    HIFO,
    /**
     * The costs of a position are one pool, and every unit costs pool / units held. Days of purchase are consumed the oldest
     * first. While a lot of unknown cost is in the pool, the pool's cost is unknown.
     */
    AVERAGE
}
