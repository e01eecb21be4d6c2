package io.riskwatch.service.tenancy;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells PostgreSQL at the begin of each transaction which organisation's rows it may see. */
class TenantTransactionManager extends JpaTransactionManager {

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            Tenancy.current().ifPresent(this::setOrganisation);
        } catch (RuntimeException e) {
            doCleanupAfterCompletion(transaction);
            throw e;
        }
    }

    private void setOrganisation(UUID organisationId) {
        Object holder =
                TransactionSynchronizationManager.getResource(Objects.requireNonNull(getEntityManagerFactory()));
        EntityManager entities = ((EntityManagerHolder) Objects.requireNonNull(holder)).getEntityManager();
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement set =
                    connection.prepareStatement("select set_config('app.organisation', ?, true)")) {
                set.setString(1, organisationId.toString());
                set.execute();
            }
        });
    }
}
