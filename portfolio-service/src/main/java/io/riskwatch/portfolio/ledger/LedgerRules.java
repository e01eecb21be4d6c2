package io.riskwatch.portfolio.ledger;

/**
 * What a replay goes by.
 *
 * @param shortSales what becomes of a sale of more than is held
 */
public record LedgerRules(LotMethod lotMethod, ShortSales shortSales) {

    /** First in, first out, and nothing is sold that is not held. */
    public static final LedgerRules DEFAULT = new LedgerRules(LotMethod.FIFO, ShortSales.REFUSED);

    public LedgerRules with(LotMethod method) {
        return new LedgerRules(method, shortSales);
    }

    /** What becomes of a sale of more than is held. */
    public enum ShortSales {
        /** It is an error: {@link Oversold}. */
        REFUSED,
        /** What is not held is sold short: a lot of negative quantity, which the next purchase closes first. */
        ALLOWED
    }
}
