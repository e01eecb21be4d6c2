package io.riskwatch.service.tenancy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells PostgreSQL at the begin of each transaction which organisation's rows it may see, without Hibernate. */
class JdbcTenantTransactionManager extends JdbcTransactionManager {

    private final DataSource pool;

    JdbcTenantTransactionManager(DataSource pool) {
        super(pool);
        this.pool = pool;
    }

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
        var holder = (ConnectionHolder) Objects.requireNonNull(TransactionSynchronizationManager.getResource(pool));
        try (PreparedStatement set =
                holder.getConnection().prepareStatement("select set_config('app.organisation', ?, true)")) {
            set.setString(1, organisationId.toString());
            set.execute();
        } catch (SQLException e) {
            throw new TransactionSystemException("Could not name the organisation of the transaction", e);
        }
    }
}
