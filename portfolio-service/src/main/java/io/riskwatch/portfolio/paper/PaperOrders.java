package io.riskwatch.portfolio.paper;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.paper.order.Order;
import io.riskwatch.portfolio.paper.order.OrderState;
import io.riskwatch.portfolio.paper.order.OrderTerms;
import io.riskwatch.portfolio.paper.order.OrderType;
import io.riskwatch.portfolio.paper.order.Progress;
import io.riskwatch.portfolio.paper.order.Reason;
import io.riskwatch.portfolio.paper.order.Side;
import io.riskwatch.portfolio.paper.order.TimeInForce;
import io.riskwatch.portfolio.paper.order.Watch;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The orders of the current organisation. Whoever changes one holds its portfolio's lock; another organisation's are a 404. */
@Repository
class PaperOrders {

    private static final String COLUMNS =
            "id, portfolio_id, sequence, symbol, currency, lot_size, type, side, quantity, limit_price, stop_price,"
                    + " trail_amount, trail_fraction, time_in_force, state, filled, filled_value, fees, fills, sees_after,"
                    + " expires_at, triggered, best_price, reason_code, reason_message, reason_field, entered_by, version,"
                    + " created_at, updated_at";
    private static final String OF_PORTFOLIO =
            " from paper_order where organisation_id = :organisation" + " and portfolio_id = :portfolio";
    private static final int LONGEST_MESSAGE = 500;

    private final JdbcClient jdbc;

    PaperOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    PaperOrder insert(
            UUID portfolioId, Order order, CurrencyUnit currency, BigDecimal lotSize, @Nullable UUID enteredBy) {
        return with(
                        jdbc.sql("insert into paper_order (id, organisation_id, portfolio_id, symbol, currency,"
                                + " lot_size, type, side, quantity, limit_price, stop_price, trail_amount,"
                                + " trail_fraction, time_in_force, state, filled, filled_value, fees, fills,"
                                + " sees_after, expires_at, triggered, best_price, reason_code, reason_message,"
                                + " reason_field, entered_by) values (:id, :organisation, :portfolio, :symbol,"
                                + " :currency, :lot, :type, :side, :quantity, :limit, :stop, :trailAmount,"
                                + " :trailFraction, :tif, :state, :filled, :value, :fees, :fills, :after, :until,"
                                + " :triggered, :best, :code, :message, :field, :by) returning " + COLUMNS),
                        portfolioId,
                        order)
                .param("symbol", order.symbol())
                .param("currency", currency.getCode())
                .param("lot", lotSize)
                .param("type", order.terms().type().name())
                .param("side", order.terms().side().name())
                .param("by", enteredBy)
                .query(PaperOrders::order)
                .single();
    }

    /** What it becomes; empty when it is not the one that was read any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<PaperOrder> change(PaperOrder before, Order after) {
        return with(
                        jdbc.sql("update paper_order set quantity = :quantity, limit_price = :limit, stop_price ="
                                + " :stop, trail_amount = :trailAmount, trail_fraction = :trailFraction,"
                                + " time_in_force = :tif, state = :state, filled = :filled, filled_value = :value,"
                                + " fees = :fees, fills = :fills, sees_after = :after, expires_at = :until,"
                                + " triggered = :triggered, best_price = :best, reason_code = :code,"
                                + " reason_message = :message, reason_field = :field, version = version + 1,"
                                + " updated_at = clock_timestamp() where organisation_id = :organisation and"
                                + " portfolio_id = :portfolio and id = :id and version = :version"
                                + " returning " + COLUMNS),
                        before.portfolioId(),
                        after)
                .param("version", before.version())
                .query(PaperOrders::order)
                .optional();
    }

    /** The best price a trailing stop has seen; of two that tell, the better one stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<PaperOrder> follow(PaperOrder before, BigDecimal best) {
        String better = before.order().terms().side().isBuy() ? "best_price > :best" : "best_price < :best";
        return jdbc.sql("update paper_order set best_price = :best, updated_at = clock_timestamp()"
                        + " where organisation_id = :organisation and portfolio_id = :portfolio and id = :id"
                        + " and version = :version and (best_price is null or " + better + ") returning " + COLUMNS)
                .param("organisation", organisation())
                .param("portfolio", before.portfolioId())
                .param("id", before.id())
                .param("version", before.version())
                .param("best", best)
                .query(PaperOrders::order)
                .optional();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, UUID portfolioId, Order order) {
        OrderTerms terms = order.terms();
        Progress progress = order.progress();
        Watch watch = order.watch();
        Reason reason = order.reason();
        return sql.param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("id", order.id())
                .param("quantity", terms.quantity())
                .param("limit", terms.limitPrice())
                .param("stop", terms.stopPrice())
                .param("trailAmount", terms.trailAmount())
                .param("trailFraction", terms.trailFraction())
                .param("tif", terms.timeInForce().name())
                .param("state", order.state().name())
                .param("filled", progress.quantity())
                .param("value", progress.value())
                .param("fees", progress.fees())
                .param("fills", progress.fills())
                .param("after", utc(watch.after()))
                .param("until", watch.until() == null ? null : utc(watch.until()))
                .param("triggered", watch.triggered())
                .param("best", watch.best())
                .param("code", reason == null ? null : reason.code().name())
                .param("message", reason == null ? null : shortened(reason.message()))
                .param("field", reason == null ? null : reason.field());
    }

    static String shortened(String message) {
        return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    }

    @Transactional(readOnly = true)
    PaperOrder require(UUID portfolioId, UUID id) {
        return find(portfolioId, id).orElseThrow(() -> ProblemException.notFound("order"));
    }

    @Transactional(readOnly = true)
    Optional<PaperOrder> find(UUID portfolioId, UUID id) {
        return jdbc.sql("select " + COLUMNS + OF_PORTFOLIO + " and id = :id")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("id", id)
                .query(PaperOrders::order)
                .optional();
    }

    /** The newest first, before the given place; of all states when none is named. */
    @Transactional(readOnly = true)
    List<PaperOrder> list(UUID portfolioId, Set<OrderState> states, long before, int limit) {
        return jdbc.sql("select " + COLUMNS + OF_PORTFOLIO + " and sequence < :before"
                        + (states.isEmpty() ? "" : " and state in (:states)") + " order by sequence desc limit :limit")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("before", before)
                .param(
                        "states",
                        states.isEmpty()
                                ? List.of("")
                                : states.stream().map(Enum::name).toList())
                .param("limit", limit)
                .query(PaperOrders::order)
                .list();
    }

    /** All that ticks may change, the oldest first. */
    @Transactional(readOnly = true)
    List<PaperOrder> open(UUID portfolioId, int most) {
        return jdbc.sql("select " + COLUMNS + OF_PORTFOLIO + " and state in ('ACCEPTED', 'PARTIALLY_FILLED')"
                        + " order by sequence limit :most")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("most", most)
                .query(PaperOrders::order)
                .list();
    }

    /** Those of the current organisation with the ids. */
    @Transactional(readOnly = true)
    List<PaperOrder> all(Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + " from paper_order where organisation_id = ?"
                        + " and id = any (cast(? as uuid[]))")
                .params(organisation(), ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(PaperOrders::order)
                .list();
    }

    /** The step of quantities the symbol last had in the portfolio. */
    @Transactional(readOnly = true)
    Optional<PaperOrder> latest(UUID portfolioId, String symbol) {
        return jdbc.sql("select " + COLUMNS + OF_PORTFOLIO + " and symbol = :symbol and fills > 0"
                        + " order by sequence desc limit 1")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("symbol", symbol)
                .query(PaperOrders::order)
                .optional();
    }

    /** An order of some organisation, and when it last changed. */
    record Changed(UUID id, UUID organisationId, Instant at) {}

    /** What is open in all organisations, by id, after the given one. */
    @Transactional(readOnly = true)
    List<Changed> openAfter(UUID after, int most) {
        return jdbc.sql("select open_order, of_organisation from open_paper_orders(?, ?)")
                .params(after, most)
                .query((row, number) -> new Changed(
                        row.getObject("open_order", UUID.class),
                        row.getObject("of_organisation", UUID.class),
                        Instant.EPOCH))
                .list();
    }

    /** What changed in all organisations since a moment, the oldest change first, after the given place. */
    @Transactional(readOnly = true)
    List<Changed> changed(Instant since, Changed after, int most) {
        return jdbc.sql("select changed_order, of_organisation, changed_at from changed_paper_orders(?, ?, ?, ?)")
                .params(utc(since), utc(after.at()), after.id(), most)
                .query((row, number) -> new Changed(
                        row.getObject("changed_order", UUID.class),
                        row.getObject("of_organisation", UUID.class),
                        instant(row, "changed_at")))
                .list();
    }

    /** By the database's clock, which stamps changes. */
    @Transactional(readOnly = true)
    Instant now() {
        return jdbc.sql("select clock_timestamp() as now")
                .query((row, number) -> instant(row, "now"))
                .single();
    }

    private static PaperOrder order(ResultSet row, int number) throws SQLException {
        OrderTerms terms = new OrderTerms(
                OrderType.valueOf(row.getString("type")),
                Side.valueOf(row.getString("side")),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("limit_price"),
                row.getBigDecimal("stop_price"),
                row.getBigDecimal("trail_amount"),
                row.getBigDecimal("trail_fraction"),
                TimeInForce.valueOf(row.getString("time_in_force")));
        Timestamp until = row.getTimestamp("expires_at");
        Order order = new Order(
                row.getObject("id", UUID.class),
                row.getString("symbol"),
                terms,
                OrderState.valueOf(row.getString("state")),
                new Progress(
                        row.getBigDecimal("filled"),
                        row.getBigDecimal("filled_value"),
                        row.getBigDecimal("fees"),
                        row.getInt("fills")),
                new Watch(
                        instant(row, "sees_after"),
                        until == null ? null : until.toInstant(),
                        row.getBoolean("triggered"),
                        row.getBigDecimal("best_price")),
                reason(row));
        return new PaperOrder(
                row.getObject("portfolio_id", UUID.class),
                row.getLong("sequence"),
                order,
                CurrencyUnit.of(row.getString("currency")),
                row.getBigDecimal("lot_size").stripTrailingZeros(),
                row.getObject("entered_by", UUID.class),
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static @Nullable Reason reason(ResultSet row) throws SQLException {
        String code = row.getString("reason_code");
        return code == null
                ? null
                : new Reason(
                        Reason.Code.valueOf(code),
                        Objects.requireNonNull(row.getString("reason_message")),
                        row.getString("reason_field"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
