package io.riskwatch.marketdata.provider;

import io.riskwatch.marketdata.provider.credit.Charge;

/** What a provider said: a value, or why there is none; and what the question cost. */
public sealed interface ProviderAnswer<T> {

    Charge charge();

    /** A checked, usable value. */
    record Found<T>(T value, Charge charge) implements ProviderAnswer<T> {}

    /** No value. */
    record Refused<T>(ProviderError error, Charge charge) implements ProviderAnswer<T> {}

    static <T> ProviderAnswer<T> found(T value, Charge charge) {
        return new Found<>(value, charge);
    }

    static <T> ProviderAnswer<T> refused(ProviderError error, Charge charge) {
        return new Refused<>(error, charge);
    }

    /** A refusal before anything was sent, which costs nothing. */
    static <T> ProviderAnswer<T> unasked(ProviderError error) {
        return new Refused<>(error, Charge.NONE);
    }
}
