package io.riskwatch.portfolio.portfolio;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The portfolios of the current organisation. Another organisation's do not exist here: they are a 404. */
@Repository
public class Portfolios {

    private static final String COLUMNS = "id, name, base_currency, sample, version, created_at, updated_at";

    /** What the account of a new portfolio is called until somebody renames it. */
    private static final String STANDARD_ACCOUNT = "Main account";

    private final JdbcClient jdbc;

    Portfolios(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organisation the current work is for. Every statement of the ledger filters by it. */
    public static UUID organisation() {
        return Tenancy.current().orElseThrow(() -> ProblemException.notFound("portfolio"));
    }

    /** A portfolio with one account, in which everything stands that names none. */
    @Transactional
    public Portfolio create(String name, CurrencyUnit baseCurrency, boolean sample) {
        var portfolio = jdbc.sql(
                        "insert into portfolio (organisation_id, name, base_currency, sample) values (?, ?, ?, ?) returning "
                                + COLUMNS)
                .params(organisation(), name, baseCurrency.getCode(), sample)
                .query(Portfolios::portfolio)
                .single();
        jdbc.sql("insert into account (organisation_id, portfolio_id, name, kind, is_default)"
                        + " values (?, ?, ?, 'CASH', true)")
                .params(organisation(), portfolio.id(), STANDARD_ACCOUNT)
                .update();
        return portfolio;
    }

    /** The portfolio, or a 404. */
    @Transactional(readOnly = true)
    public Portfolio require(UUID id) {
        return find(id, "");
    }

    /**
     * The portfolio, or a 404, locked until the transaction ends: whoever changes a ledger holds its portfolio, so that
     * two changes that each fit cannot together sell what is not there.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Portfolio lock(UUID id) {
        return find(id, " for update");
    }

    private Portfolio find(UUID id, String suffix) {
        return jdbc.sql("select " + COLUMNS + " from portfolio where organisation_id = ? and id = ?" + suffix)
                .params(organisation(), id)
                .query(Portfolios::portfolio)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("portfolio"));
    }

    /** The oldest first, after the given place. */
    @Transactional(readOnly = true)
    public List<Portfolio> list(Optional<Place> after, int limit) {
        var place = after.orElse(new Place(Instant.EPOCH, new UUID(0, 0)));
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from portfolio where organisation_id = ? and (created_at, id) > (?, ?) order by created_at, id limit ?")
                .params(organisation(), utc(place.createdAt()), place.id(), limit)
                .query(Portfolios::portfolio)
                .list();
    }

    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from portfolio where organisation_id = ?")
                .param(organisation())
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Portfolio> sample() {
        return jdbc.sql("select " + COLUMNS
                        + " from portfolio where organisation_id = ? and sample order by created_at, id limit 1")
                .param(organisation())
                .query(Portfolios::portfolio)
                .optional();
    }

    /**
     * Changes name and base currency.
     *
     * @param expected whether the portfolio is still the one the client read
     */
    @Transactional
    Portfolio change(UUID id, Predicate<Portfolio> expected, String name, CurrencyUnit baseCurrency) {
        if (!expected.test(lock(id))) {
            throw ProblemException.preconditionFailed("The portfolio was changed since it was read; read it again.");
        }
        return jdbc.sql("update portfolio set name = ?, base_currency = ?, version = version + 1, updated_at = now()"
                        + " where organisation_id = ? and id = ? returning " + COLUMNS)
                .params(name, baseCurrency.getCode(), organisation(), id)
                .query(Portfolios::portfolio)
                .single();
    }

    @Transactional
    void delete(UUID id) {
        var deleted = jdbc.sql("delete from portfolio where organisation_id = ? and id = ?")
                .params(organisation(), id)
                .update();
        if (deleted == 0) {
            throw ProblemException.notFound("portfolio");
        }
    }

    private static Portfolio portfolio(ResultSet row, int number) throws SQLException {
        return new Portfolio(
                row.getObject("id", UUID.class),
                row.getString("name"),
                CurrencyUnit.of(row.getString("base_currency")),
                row.getBoolean("sample"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** A place in the list, by age. */
    public record Place(Instant createdAt, UUID id) {}
}
