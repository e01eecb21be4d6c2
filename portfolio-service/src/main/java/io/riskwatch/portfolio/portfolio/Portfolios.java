package io.riskwatch.portfolio.portfolio;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The portfolios of the current organisation. Another organisation's do not exist here: they are a 404. */
@Repository
public class Portfolios {

    private static final String COLUMNS = "id, name, base_currency, sample, paper, version, created_at, updated_at";

    /** What the account of a new portfolio is called until somebody renames it. */
    private static final String STANDARD_ACCOUNT = "Main account";

    private static final String OF_CLIENT =
            "The portfolio is a client's account; change or delete the client at /api/v1/clients.";

    private final JdbcClient jdbc;
    private final Grants grants;
    private final ApplicationEventPublisher events;

    Portfolios(JdbcClient jdbc, Grants grants, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.events = events;
    }

    /** The organisation the current work is for. Every statement of the ledger filters by it. */
    public static UUID organisation() {
        return Tenancy.current().orElseThrow(() -> ProblemException.notFound("portfolio"));
    }

    /** A portfolio with one account, in which everything stands that names none. */
    @Transactional
    public Portfolio create(String name, CurrencyUnit baseCurrency, boolean sample) {
        return create(name, baseCurrency, sample ? Use.SAMPLE : Use.OWN);
    }

    /** The portfolio of a client: its one account is a margin account, and members see it by role or grant. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Portfolio createForClient(String name, CurrencyUnit baseCurrency) {
        return create(name, baseCurrency, Use.CLIENT);
    }

    /** A portfolio for paper trading: its one account is a margin account that may sell short. */
    @Transactional
    public Portfolio createPaper(String name, CurrencyUnit baseCurrency) {
        return create(name, baseCurrency, Use.PAPER);
    }

    /** What a portfolio is made for. */
    private enum Use {
        OWN,
        SAMPLE,
        CLIENT,
        PAPER
    }

    private Portfolio create(String name, CurrencyUnit baseCurrency, Use use) {
        var portfolio = jdbc.sql(
                        "insert into portfolio (organisation_id, name, base_currency, sample, of_client, paper)"
                                + " values (?, ?, ?, ?, ?, ?) returning " + COLUMNS)
                .params(
                        organisation(),
                        name,
                        baseCurrency.getCode(),
                        use == Use.SAMPLE,
                        use == Use.CLIENT,
                        use == Use.PAPER)
                .query(Portfolios::portfolio)
                .single();
        var lent = use == Use.CLIENT || use == Use.PAPER;
        jdbc.sql("insert into account (organisation_id, portfolio_id, name, kind, shorts_allowed, is_default)"
                        + " values (?, ?, ?, ?, ?, true)")
                .params(
                        organisation(),
                        portfolio.id(),
                        STANDARD_ACCOUNT,
                        (lent ? Account.Kind.MARGIN : Account.Kind.CASH).name(),
                        use == Use.PAPER)
                .update();
        events.publishEvent(new PortfolioChanged(organisation(), portfolio.id()));
        return portfolio;
    }

    /** The portfolio, or a 404. */
    @Transactional(readOnly = true)
    public Portfolio require(UUID id) {
        return find(id, "");
    }

    /** Those of several that are there, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, Portfolio> find(Collection<UUID> ids) {
        var sight = Sight.current();
        return jdbc
                .sql("select " + COLUMNS + " from portfolio p where organisation_id = ? and id = any(?) and "
                        + Sight.VISIBLE)
                .params(organisation(), ids.toArray(UUID[]::new), sight.all(), sight.userId())
                .query(Portfolios::portfolio)
                .list()
                .stream()
                .collect(Collectors.toMap(Portfolio::id, Function.identity()));
    }

    /** The portfolio, or a 404, or a 409 when it is one for paper trading, whose ledger nobody writes by hand. */
    @Transactional(readOnly = true)
    public Portfolio requireKeptByHand(UUID id) {
        var portfolio = require(id);
        if (portfolio.paper()) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "paper-portfolio",
                    "A paper portfolio",
                    "This portfolio is for paper trading: its money and positions come from its orders alone. Place an"
                            + " order, or keep this in a portfolio of its own.");
        }
        return portfolio;
    }

    /**
     * The portfolio, or a 404, locked until the transaction ends: whoever changes a ledger holds its portfolio, so that
     * two changes that each fit cannot together sell what is not there. Hence it is told here as {@link PortfolioChanged}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Portfolio lock(UUID id) {
        grants.require(id, GrantScope.TRADE);
        var locked = find(id, " for update of p");
        events.publishEvent(new PortfolioChanged(organisation(), id));
        return locked;
    }

    /** The portfolio; empty when it is gone or not the caller's to see. */
    @Transactional(readOnly = true)
    public Optional<Portfolio> find(UUID id) {
        return one(id, "");
    }

    private Portfolio find(UUID id, String suffix) {
        return one(id, suffix).orElseThrow(() -> ProblemException.notFound("portfolio"));
    }

    private Optional<Portfolio> one(UUID id, String suffix) {
        var sight = Sight.current();
        return jdbc.sql("select " + COLUMNS + " from portfolio p where organisation_id = ? and id = ? and "
                        + Sight.VISIBLE + suffix)
                .params(organisation(), id, sight.all(), sight.userId())
                .query(Portfolios::portfolio)
                .optional();
    }

    /** The oldest first, after the given place; those of clients are listed with their clients. */
    @Transactional(readOnly = true)
    public List<Portfolio> list(Optional<Place> after, int limit) {
        return list("", after, limit);
    }

    /** Those for paper trading, the oldest first, after the given place. */
    @Transactional(readOnly = true)
    public List<Portfolio> listPaper(Optional<Place> after, int limit) {
        return list(" and paper", after, limit);
    }

    private List<Portfolio> list(String which, Optional<Place> after, int limit) {
        var place = after.orElse(new Place(Instant.EPOCH, new UUID(0, 0)));
        return jdbc.sql("select " + COLUMNS
                        + " from portfolio where organisation_id = ? and not of_client" + which
                        + " and (created_at, id) > (?, ?) order by created_at, id limit ?")
                .params(organisation(), utc(place.createdAt()), place.id(), limit)
                .query(Portfolios::portfolio)
                .list();
    }

    /** How many there are, those of clients included. */
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

    /** A client's portfolio follows its client's name; the caller holds the lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renameOfClient(UUID id, String name) {
        jdbc.sql("update portfolio set name = ?, version = version + 1, updated_at = now()"
                        + " where organisation_id = ? and id = ? and of_client")
                .params(name, organisation(), id)
                .update();
    }

    @Transactional
    void delete(UUID id) {
        refuseOfClient(id);
        var deleted = jdbc.sql("delete from portfolio where organisation_id = ? and id = ?")
                .params(organisation(), id)
                .update();
        if (deleted == 0) {
            throw ProblemException.notFound("portfolio");
        }
        events.publishEvent(new PortfolioChanged(organisation(), id));
    }

    /** With everything in it, its client too. That it was a client's is kept for {@link Seen}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deleteOfClient(UUID id) {
        jdbc.sql("with gone as (delete from portfolio where organisation_id = ? and id = ? and of_client"
                        + " returning organisation_id, id)"
                        + " insert into former_client_portfolio (organisation_id, portfolio_id) select * from gone")
                .params(organisation(), id)
                .update();
    }

    private void refuseOfClient(UUID id) {
        var ofClient = jdbc.sql("select of_client from portfolio where organisation_id = ? and id = ?")
                .params(organisation(), id)
                .query(Boolean.class)
                .optional();
        if (ofClient.orElse(false)) {
            throw ProblemException.conflict(OF_CLIENT);
        }
    }

    private static Portfolio portfolio(ResultSet row, int number) throws SQLException {
        return new Portfolio(
                row.getObject("id", UUID.class),
                row.getString("name"),
                CurrencyUnit.of(row.getString("base_currency")),
                row.getBoolean("sample"),
                row.getBoolean("paper"),
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
