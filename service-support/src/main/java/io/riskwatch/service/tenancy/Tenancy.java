package io.riskwatch.service.tenancy;

import io.riskwatch.service.security.Caller;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The organisation the current work belongs to: the caller's, or the one named by {@link #as}. Schedulers and
 * message listeners have no caller and name it. Name it outside the transaction: the transaction reads it at its begin.
 */
public final class Tenancy {

    private static final ScopedValue<UUID> NAMED = ScopedValue.newInstance();

    private Tenancy() {}

    /** The organisation of the current work; empty where there is none, and then no tenant's row is visible. */
    public static Optional<UUID> current() {
        return NAMED.isBound() ? Optional.of(NAMED.get()) : Caller.find().map(Caller::organisationId);
    }

    /** Does the work on behalf of the organisation. */
    public static void as(UUID organisationId, Runnable work) {
        ScopedValue.where(NAMED, organisationId).run(work);
    }

    /** Does the work on behalf of the organisation and answers its result. */
    public static <T> T as(UUID organisationId, Supplier<T> work) {
        return ScopedValue.where(NAMED, organisationId).call(work::get);
    }
}
