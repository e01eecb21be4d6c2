package io.riskwatch.portfolio.imports;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.service.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that imports make because their rows name them. */
@Repository
class ImportAccounts {

    private static final String NEEDED =
            " from import_account n where n.organisation_id = ? and n.import_id = ? and exists"
                    + " (select 1 from import_row r where r.organisation_id = n.organisation_id and r.import_id = n.import_id and"
                    + " r.status = 'NEW' and n.account_id in (r.account_id, r.to_account_id))";

    private final JdbcClient jdbc;

    ImportAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what a preview would make. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(UUID importId, Map<UUID, String> accounts) {
        accounts.forEach((id, name) -> jdbc.sql(
                        "insert into import_account (organisation_id, import_id, account_id, name) values (?, ?, ?, ?)")
                .params(organisation(), importId, id, name)
                .update());
    }

    /** The names of the accounts that the NEW rows need and the import makes or made, in alphabetical order. */
    @Transactional(readOnly = true)
    List<String> names(UUID importId) {
        return jdbc.sql("select n.name" + NEEDED + " order by lower(n.name)")
                .params(organisation(), importId)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** Makes the accounts that the NEW rows need; one that got its name meanwhile refuses the import. */
    @Transactional(propagation = Propagation.MANDATORY)
    void make(StatementImport batch) {
        try {
            jdbc.sql("insert into account (organisation_id, portfolio_id, id, name, kind)"
                            + " select n.organisation_id, ?, n.account_id, n.name, 'CASH'" + NEEDED)
                    .params(batch.portfolioId(), organisation(), batch.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw ProblemException.conflict(
                    "An account that the file names was made since the preview; upload the file again.");
        }
    }

    /** Whether there are more accounts than a portfolio may have. */
    @Transactional(readOnly = true)
    boolean tooMany(StatementImport batch, int most) {
        return jdbc.sql("select count(*) > ? from account where organisation_id = ? and portfolio_id = ?")
                .params(most, organisation(), batch.portfolioId())
                .query(Boolean.class)
                .single();
    }

    /** Takes back the accounts the import made, as far as nobody changed them and nothing else stands in them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(StatementImport batch) {
        jdbc.sql(
                        "delete from account a using import_account n where n.organisation_id = ? and n.import_id = ?"
                                + " and a.organisation_id = n.organisation_id and a.portfolio_id = ? and a.id = n.account_id and"
                                + " a.version = 0 and not exists (select 1 from ledger_transaction t where t.organisation_id ="
                                + " a.organisation_id and t.portfolio_id = a.portfolio_id and a.id in (t.account_id, t.to_account_id))")
                .params(organisation(), batch.id(), batch.portfolioId())
                .update();
    }
}
