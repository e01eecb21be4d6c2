package io.riskwatch.marketdata.provider.credit;

import org.jspecify.annotations.Nullable;

/**
 * What an answer said of its cost.
 *
 * @param used credits this call cost; null where not told, and then the estimate stands
 * @param leftThisMinute credits that are left by the provider's own count; null where not told
 */
public record Charge(@Nullable Integer used, @Nullable Integer leftThisMinute) {
    /** The provider never saw the question. */
    public static final Charge NONE = new Charge(0, null);

    /** The answer says nothing of its cost. */
    public static final Charge UNTOLD = new Charge(null, null);

    public static Charge of(int used) {
        return new Charge(used, null);
    }
}
