package io.riskwatch.portfolio.portfolio;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the current organisation's portfolios. Whoever changes one holds the portfolio's lock. */
@Repository
public class PortfolioAccounts {

    /** As many as one portfolio may have. */
    public static final int MOST = 50;

    private static final String COLUMNS = "id, name, kind, shorts_allowed, is_default, version, created_at, updated_at";
    private static final String OF_PORTFOLIO = " where organisation_id = ? and portfolio_id = ?";

    private final JdbcClient jdbc;

    PortfolioAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a portfolio, the standard one first, then the oldest first. */
    @Transactional(readOnly = true)
    public List<Account> of(UUID portfolioId) {
        return jdbc.sql("select " + COLUMNS + " from account" + OF_PORTFOLIO
                        + " order by is_default desc, created_at, id limit " + MOST)
                .params(organisation(), portfolioId)
                .query(PortfolioAccounts::account)
                .list();
    }

    /** All of several portfolios, each as {@link #of(UUID)} has them. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Account>> of(Collection<UUID> portfolioIds) {
        var found = new HashMap<UUID, List<Account>>();
        jdbc.sql("select portfolio_id, " + COLUMNS + " from account where organisation_id = ? and portfolio_id = any(?)"
                        + " order by portfolio_id, is_default desc, created_at, id")
                .params(organisation(), portfolioIds.toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> found.computeIfAbsent(
                                row.getObject("portfolio_id", UUID.class), portfolio -> new ArrayList<>())
                        .add(account(row, 0)));
        return found;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(UUID portfolioId, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from account" + OF_PORTFOLIO + " and id = ?")
                .params(organisation(), portfolioId, id)
                .query(PortfolioAccounts::account)
                .optional();
    }

    /** The account, or a 404. */
    @Transactional(readOnly = true)
    public Account require(UUID portfolioId, UUID id) {
        return find(portfolioId, id).orElseThrow(() -> ProblemException.notFound("account"));
    }

    /** The one that bookings which name none stand in. */
    @Transactional(readOnly = true)
    public UUID standard(UUID portfolioId) {
        return jdbc.sql("select id from account" + OF_PORTFOLIO + " and is_default")
                .params(organisation(), portfolioId)
                .query(UUID.class)
                .single();
    }

    /** The accounts in which may be sold what is not held. */
    @Transactional(readOnly = true)
    public List<UUID> shortSellers(UUID portfolioId) {
        return jdbc.sql("select id from account" + OF_PORTFOLIO + " and shorts_allowed order by id")
                .params(organisation(), portfolioId)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Adds one; a name the portfolio has already is refused. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account add(UUID portfolioId, String name, Account.Kind kind, boolean shortsAllowed) {
        return named(
                name,
                () -> jdbc.sql("insert into account (organisation_id, portfolio_id, name, kind, shorts_allowed)"
                                + " values (?, ?, ?, ?, ?) returning " + COLUMNS)
                        .params(organisation(), portfolioId, name, kind.name(), shortsAllowed)
                        .query(PortfolioAccounts::account)
                        .single());
    }

    /** Changes one; a name another one of the portfolio has is refused. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account change(UUID portfolioId, UUID id, String name, Account.Kind kind, boolean shortsAllowed) {
        return named(
                name,
                () -> jdbc.sql("update account set name = ?, kind = ?, shorts_allowed = ?,"
                                + " version = version + 1, updated_at = now()" + OF_PORTFOLIO + " and id = ? returning "
                                + COLUMNS)
                        .params(name, kind.name(), shortsAllowed, organisation(), portfolioId, id)
                        .query(PortfolioAccounts::account)
                        .single());
    }

    private static Account named(String name, java.util.function.Supplier<Account> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException e) {
            throw ProblemException.unprocessable("name", "another account here is called '%s'".formatted(name));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(UUID portfolioId, UUID id) {
        jdbc.sql("delete from account" + OF_PORTFOLIO + " and id = ?")
                .params(organisation(), portfolioId, id)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Account.Kind.valueOf(row.getString("kind")),
                row.getBoolean("shorts_allowed"),
                row.getBoolean("is_default"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
