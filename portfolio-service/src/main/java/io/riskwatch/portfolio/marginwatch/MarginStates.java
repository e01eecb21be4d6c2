package io.riskwatch.portfolio.marginwatch;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.account.LastMarginState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where each watched account stands, the same for all replicas: a state is replaced by compare-and-set, so each change counts once. */
@Repository
class MarginStates implements LastMarginState {

    private static final String OF_PORTFOLIO = " where organisation_id = ? and portfolio_id = ?";

    private final JdbcClient jdbc;

    MarginStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MarginState> of(UUID portfolioId) {
        return find(portfolioId).map(kept -> kept.state().state());
    }

    /** What is kept of an account, from now on if it was not before; an account that is new here has been OK. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Kept keep(UUID portfolioId) {
        return find(portfolioId).orElseGet(() -> {
            jdbc.sql("insert into margin_state (organisation_id, portfolio_id) values (?, ?) on conflict do nothing")
                    .params(organisation(), portfolioId)
                    .update();
            return find(portfolioId).orElseThrow();
        });
    }

    /** As {@link #keep(UUID)}, of several accounts; one whose portfolio is gone is absent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Kept> keep(Collection<UUID> portfolioIds) {
        Map<UUID, Kept> known = find(portfolioIds);
        UUID[] fresh =
                portfolioIds.stream().filter(id -> !known.containsKey(id)).toArray(UUID[]::new);
        if (fresh.length == 0) {
            return known;
        }
        jdbc.sql("insert into margin_state (organisation_id, portfolio_id) select organisation_id, id from portfolio"
                        + " where organisation_id = ? and id = any(?) order by id on conflict do nothing")
                .params(organisation(), fresh)
                .update();
        return find(portfolioIds);
    }

    /** What is kept of those of the accounts of which something is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Kept> find(Collection<UUID> portfolioIds) {
        Map<UUID, Kept> found = new HashMap<>();
        jdbc.sql("select portfolio_id, state, version, content from margin_state where organisation_id = ? and"
                        + " portfolio_id = any(?)")
                .params(organisation(), portfolioIds.toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> found.put(row.getObject("portfolio_id", UUID.class), kept(row, 0)));
        return found;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Kept> find(UUID portfolioId) {
        return jdbc.sql("select state, version, content from margin_state" + OF_PORTFOLIO)
                .params(organisation(), portfolioId)
                .query(MarginStates::kept)
                .optional();
    }

    /**
     * Holds what is kept of accounts until the transaction ends. Everybody who holds several takes them in one order, or each of two
     * waits for the other: first the portfolios by id, as whoever changes a ledger holds its portfolio before it counts here, then
     * their states by id.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> portfolioIds) {
        UUID[] ids = portfolioIds.toArray(UUID[]::new);
        jdbc.sql("select id from portfolio where organisation_id = ? and id = any(?) order by id for key share")
                .params(organisation(), ids)
                .query(UUID.class)
                .list();
        jdbc.sql("select portfolio_id from margin_state where organisation_id = ? and portfolio_id = any(?)"
                        + " order by portfolio_id for no key update")
                .params(organisation(), ids)
                .query(UUID.class)
                .list();
    }

    /**
     * Replaces the state that was read unless somebody did, or somebody who knew newer prices wrote it; answers whether it did. The
     * caller {@link #lock holds} it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean change(Transition transition) {
        var at = transition.pricesAsOf().atOffset(ZoneOffset.UTC);
        return jdbc.sql("update margin_state set state = ?, version = version + 1, prices_as_of = ?" + OF_PORTFOLIO
                                + " and version = ? and prices_as_of <= ?")
                        .params(
                                transition.after().name(),
                                at,
                                organisation(),
                                transition.account().portfolioId,
                                transition.version(),
                                at)
                        .update()
                == 1;
    }

    /** Makes it known to all replicas that the account consists of something else now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renewed(UUID portfolioId) {
        jdbc.sql("update margin_state set content = content + 1" + OF_PORTFOLIO)
                .params(organisation(), portfolioId)
                .update();
    }

    /** Of all accounts of the organisation, held in the order of {@link #lock}: a statement alone takes rows as they come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void allRenewed() {
        jdbc.sql("with held as materialized (select portfolio_id from margin_state where organisation_id = ? order by"
                        + " portfolio_id for no key update) update margin_state s set content = content + 1 from held"
                        + " where s.portfolio_id = held.portfolio_id")
                .param(organisation())
                .update();
    }

    /** Ends the keeping; changes are counted anew should it begin again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(UUID portfolioId) {
        jdbc.sql("update margin_intraday_deficit set changes = 0" + OF_PORTFOLIO)
                .params(organisation(), portfolioId)
                .update();
        jdbc.sql("delete from margin_state" + OF_PORTFOLIO)
                .params(organisation(), portfolioId)
                .update();
    }

    /** The accounts to watch in all organisations, after the given one by id. */
    @Transactional(readOnly = true)
    public List<Seat> seats(UUID after, int most) {
        return jdbc.sql("select of_organisation, of_portfolio, of_content from watched_margin_accounts(?, ?)")
                .params(after, most)
                .query((row, number) -> new Seat(
                        new AccountKey(
                                row.getObject("of_organisation", UUID.class),
                                row.getObject("of_portfolio", UUID.class)),
                        row.getLong("of_content")))
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new StoredState(MarginState.valueOf(row.getString("state")), row.getLong("version")),
                row.getLong("content"));
    }

    /** @param content counts the changes of what the account consists of */
    record Kept(StoredState state, long content) {}

    /** Which account. */
    record AccountKey(UUID organisationId, UUID portfolioId) {}

    /** @param content as in {@link Kept}; -1 when nothing is kept yet */
    record Seat(AccountKey key, long content) {}
}
