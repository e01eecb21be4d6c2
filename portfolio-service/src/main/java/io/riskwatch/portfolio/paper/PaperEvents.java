package io.riskwatch.portfolio.paper;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.paper.order.Reason;
import io.riskwatch.service.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail of paper trading: every command and every change, with who, when and why. Only ever added to. */
@Repository
class PaperEvents {

    private static final String SELECT =
            "select e.sequence, e.order_id, e.kind, e.done_by, u.name as done_by_name, e.code,"
                    + " e.message, e.details, e.at from paper_event e left join app_user u on u.id = e.done_by"
                    + " where e.organisation_id = :organisation and e.portfolio_id = :portfolio";

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PaperEvents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of an order; done by the caller, if somebody calls. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(PaperOrder order, PaperEvent.Kind kind, @Nullable Reason reason, Object details) {
        add(order.portfolioId(), order.id(), kind, reason, details);
    }

    /**
     * Of an order or the whole account; done by the caller, if somebody calls.
     *
     * @param details a record, kept as JSON
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID portfolioId, @Nullable UUID orderId, PaperEvent.Kind kind, @Nullable Reason reason, Object details) {
        jdbc.sql("insert into paper_event (organisation_id, portfolio_id, order_id, kind, done_by, code,"
                        + " message, details) values (:organisation, :portfolio, :order, :kind, :by, :code,"
                        + " :message, cast(:details as jsonb))")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("order", orderId)
                .param("kind", kind.name())
                .param("by", Caller.find().map(Caller::userId).orElse(null))
                .param("code", reason == null ? null : reason.code().name())
                .param("message", reason == null ? null : PaperOrders.shortened(reason.message()))
                .param("details", json.writeValueAsString(details))
                .update();
    }

    /** Of an order, the oldest first, after the given place. */
    @Transactional(readOnly = true)
    List<PaperEvent> ofOrder(UUID portfolioId, UUID orderId, long after, int limit) {
        return jdbc.sql(SELECT + " and e.order_id = :order and e.sequence > :after order by e.sequence limit :limit")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("order", orderId)
                .param("after", after)
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    /** Of the whole portfolio, the newest first, before the given place. */
    @Transactional(readOnly = true)
    List<PaperEvent> list(UUID portfolioId, long before, int limit) {
        return jdbc.sql(SELECT + " and e.sequence < :before order by e.sequence desc limit :limit")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("before", before)
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    private PaperEvent event(ResultSet row, int number) throws SQLException {
        return new PaperEvent(
                row.getLong("sequence"),
                row.getObject("order_id", UUID.class),
                PaperEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("done_by", UUID.class),
                row.getString("done_by_name"),
                row.getString("code"),
                row.getString("message"),
                json.readValue(row.getString("details"), DETAILS),
                row.getTimestamp("at").toInstant());
    }
}
