package io.riskwatch.portfolio.client;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.client.ClientOrder.Direction;
import io.riskwatch.portfolio.portfolio.Sight;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clients of the current organisation that the current work may see ({@link Sight}). All others do not exist here: they
 * are a 404.
 */
@Repository
public class Clients {

    /** As many as are looked at together, whatever is asked of them. */
    public static final int MOST = 2_000;

    private static final String SELECT =
            "select c.id, c.number, c.portfolio_id, c.name, p.base_currency, c.loan, c.notes, c.created_by, c.version,"
                    + " c.created_at, c.updated_at from client c"
                    + " join portfolio p on p.organisation_id = c.organisation_id and p.id = c.portfolio_id"
                    + " where c.organisation_id = ? and " + Sight.VISIBLE;

    private final JdbcClient jdbc;

    Clients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is said of a client. */
    record Said(
            String name,
            @Nullable BigDecimal loan,
            @Nullable String notes) {}

    /** A place in the list by name. */
    record Place(String name, UUID id) {}

    /** The client, or a 404. */
    @Transactional(readOnly = true)
    public Client require(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("client"));
    }

    @Transactional(readOnly = true)
    public Optional<Client> find(UUID id) {
        return one(" and c.id = ?", id);
    }

    /** The client of a number, or a 404. */
    @Transactional(readOnly = true)
    public Client require(long number) {
        return one(" and c.number = ?", number).orElseThrow(() -> ProblemException.notFound("client"));
    }

    /** Whose margin account a portfolio is; empty when it is no client's. */
    @Transactional(readOnly = true)
    public Optional<Client> ofPortfolio(UUID portfolioId) {
        return one(" and c.portfolio_id = ?", portfolioId);
    }

    /** Whose margin accounts several portfolios are, by portfolio; one that is no client's is absent. */
    @Transactional(readOnly = true)
    public Map<UUID, Client> ofPortfolios(Collection<UUID> portfolioIds) {
        var sight = Sight.current();
        return jdbc
                .sql(SELECT + " and c.portfolio_id = any(?)")
                .params(organisation(), sight.all(), sight.userId(), portfolioIds.toArray(UUID[]::new))
                .query(Clients::client)
                .list()
                .stream()
                .collect(Collectors.toMap(Client::portfolioId, Function.identity()));
    }

    /** The client, or a 404, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Client lock(UUID id) {
        return one(" and c.id = ? for update of c", id).orElseThrow(() -> ProblemException.notFound("client"));
    }

    private Optional<Client> one(String which, Object parameter) {
        var sight = Sight.current();
        return jdbc.sql(SELECT + which)
                .params(organisation(), sight.all(), sight.userId(), parameter)
                .query(Clients::client)
                .optional();
    }

    /**
     * By name, after the given place.
     *
     * @param words part of the name, whatever the case, or the number; empty: all
     */
    @Transactional(readOnly = true)
    public List<Client> list(String words, Optional<Place> after, int limit) {
        return list(words, after, Direction.RISING, limit);
    }

    /** The same in a direction. */
    @Transactional(readOnly = true)
    List<Client> list(String words, Optional<Place> after, Direction direction, int limit) {
        var rising = direction == Direction.RISING;
        var sight = Sight.current();
        var params = new ArrayList<Object>(List.of(organisation(), sight.all(), sight.userId()));
        var where = "";
        if (!words.isEmpty()) {
            where += " and (position(lower(?) in lower(c.name)) > 0 or c.number::text = ?)";
            params.addAll(List.of(words, words));
        }
        if (after.isPresent()) {
            where += " and (lower(c.name), c.id) " + (rising ? ">" : "<") + " (lower(?), ?)";
            params.addAll(List.of(after.get().name(), after.get().id()));
        }
        params.add(limit);
        var order =
                rising ? " order by lower(c.name), c.id limit ?" : " order by lower(c.name) desc, c.id desc limit ?";
        return jdbc.sql(SELECT + where + order)
                .params(params)
                .query(Clients::client)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Client insert(UUID portfolioId, Said said, @Nullable UUID createdBy) {
        var id = jdbc.sql("insert into client (organisation_id, portfolio_id, name, loan, notes, created_by)"
                        + " values (:organisation, :portfolio, :name, :loan, :notes, :by) returning id")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("name", said.name())
                .param("loan", said.loan(), Types.NUMERIC)
                .param("notes", said.notes(), Types.VARCHAR)
                .param("by", createdBy, Types.OTHER)
                .query(UUID.class)
                .single();
        return require(id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Client change(UUID id, Said said) {
        jdbc.sql("update client set name = :name, loan = :loan, notes = :notes, version = version + 1,"
                        + " updated_at = now() where organisation_id = :organisation and id = :id")
                .param("organisation", organisation())
                .param("id", id)
                .param("name", said.name())
                .param("loan", said.loan(), Types.NUMERIC)
                .param("notes", said.notes(), Types.VARCHAR)
                .update();
        return require(id);
    }

    private static Client client(ResultSet row, int number) throws SQLException {
        return new Client(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("portfolio_id", UUID.class),
                row.getString("name"),
                CurrencyUnit.of(row.getString("base_currency")),
                row.getBigDecimal("loan"),
                row.getString("notes"),
                row.getObject("created_by", UUID.class),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
