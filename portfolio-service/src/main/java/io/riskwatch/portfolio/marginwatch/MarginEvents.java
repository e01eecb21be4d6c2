package io.riskwatch.portfolio.marginwatch;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.tick.Tick;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The changes of state of the current organisation's margin accounts; they are added to and never changed. */
@Repository
class MarginEvents {

    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;

    MarginEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(Transition transition, Instant at) {
        MarginStatus status = transition.status();
        Tick cause = transition.cause();
        return jdbc.sql("insert into margin_event (organisation_id, portfolio_id, at, state_before, state_after,"
                        + " symbol, price, price_currency, price_as_of, currency, portfolio_value, loan_amount,"
                        + " net_equity, margin_requirement, margin_shortfall, utilization) values (:organisation,"
                        + " :portfolio, :at, :before, :after, :symbol, :price, :priceCurrency, :priceAsOf,"
                        + " :currency, :value, :loan, :equity, :requirement, :shortfall, :utilization) returning"
                        + " id")
                .param("organisation", organisation())
                .param("portfolio", transition.account().portfolioId)
                .param("at", utc(at))
                .param("before", transition.before().name())
                .param("after", transition.after().name())
                .param("symbol", cause == null ? null : cause.symbol())
                .param("price", cause == null ? null : cause.price())
                .param("priceCurrency", cause == null ? null : cause.currency())
                .param("priceAsOf", cause == null ? null : utc(cause.asOf()))
                .param("currency", transition.account().currencyCode)
                .param("value", status.portfolioValue())
                .param("loan", status.loanAmount())
                .param("equity", status.netEquity())
                .param("requirement", status.marginRequirement())
                .param("shortfall", status.marginShortfall())
                .param("utilization", status.utilization())
                .query(UUID.class)
                .single();
    }

    /** The newest first, before the given place. */
    @Transactional(readOnly = true)
    public List<MarginEvent> list(UUID portfolioId, Optional<Place> before, int limit) {
        Place place = before.orElse(new Place(FAR, new UUID(-1, -1)));
        return jdbc.sql("select id, at, state_before, state_after, symbol, price, price_currency, price_as_of,"
                        + " currency, portfolio_value, loan_amount, net_equity, margin_requirement,"
                        + " margin_shortfall, utilization from margin_event where organisation_id = ? and"
                        + " portfolio_id = ? and (at, id) < (?, ?) order by at desc, id desc limit ?")
                .params(organisation(), portfolioId, utc(place.at()), place.id(), limit)
                .query(MarginEvents::event)
                .list();
    }

    private static MarginEvent event(ResultSet row, int number) throws SQLException {
        OffsetDateTime priceAsOf = row.getObject("price_as_of", OffsetDateTime.class);
        return new MarginEvent(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                MarginState.valueOf(row.getString("state_before")),
                MarginState.valueOf(row.getString("state_after")),
                priceAsOf == null
                        ? null
                        : new Tick(
                                row.getString("symbol"),
                                row.getBigDecimal("price"),
                                row.getString("price_currency"),
                                priceAsOf.toInstant(),
                                null),
                row.getString("currency"),
                new MarginEvent.Figures(
                        row.getBigDecimal("portfolio_value"),
                        row.getBigDecimal("loan_amount"),
                        row.getBigDecimal("net_equity"),
                        row.getBigDecimal("margin_requirement"),
                        row.getBigDecimal("margin_shortfall"),
                        row.getBigDecimal("utilization")));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** A place in the list, by age. */
    record Place(Instant at, UUID id) {}
}
