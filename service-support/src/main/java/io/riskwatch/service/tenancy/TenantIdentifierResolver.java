package io.riskwatch.service.tenancy;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Fills Hibernate's {@code @TenantId} columns and filters by them: the first lock, before row-level security. */
class TenantIdentifierResolver implements CurrentTenantIdentifierResolver<UUID> {

    /** Belongs to nobody: work without an organisation reads no tenant's rows and can write none. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return Tenancy.current().orElse(NOBODY);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return false;
    }
}
