package io.riskwatch.portfolio.corporateaction;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the user decided about proposed actions. A confirmation ends with the transaction it booked. */
@Repository
class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The actions decided on. */
    @Transactional(readOnly = true)
    Set<UUID> decided(UUID portfolioId) {
        return new HashSet<>(
                jdbc.sql("select action_id from corporate_action_decision where organisation_id = ? and portfolio_id ="
                                + " ?")
                        .params(organisation(), portfolioId)
                        .query(UUID.class)
                        .list());
    }

    /** The transaction that confirming the action booked. */
    @Transactional(readOnly = true)
    Optional<UUID> booked(UUID portfolioId, UUID actionId) {
        return jdbc.sql("select transaction_id from corporate_action_decision where organisation_id = ?"
                        + " and portfolio_id = ? and action_id = ? and transaction_id is not null")
                .params(organisation(), portfolioId, actionId)
                .query(UUID.class)
                .optional();
    }

    /**
     * Remembers a decision; one that was there is replaced.
     *
     * @param transactionId what was booked; absent when the action was dismissed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void decide(UUID portfolioId, UUID actionId, @Nullable UUID transactionId) {
        jdbc.sql("insert into corporate_action_decision (organisation_id, portfolio_id, action_id, transaction_id)"
                        + " values (?, ?, ?, ?) on conflict (portfolio_id, action_id)"
                        + " do update set transaction_id = excluded.transaction_id, decided_at = now()")
                .params(Arrays.<@Nullable Object>asList(organisation(), portfolioId, actionId, transactionId))
                .update();
    }
}
