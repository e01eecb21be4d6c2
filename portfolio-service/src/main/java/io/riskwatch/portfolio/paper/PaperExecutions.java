package io.riskwatch.portfolio.paper;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.paper.order.Fill;
import io.riskwatch.portfolio.paper.order.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The trades of paper orders; one per order and tick. */
@Repository
class PaperExecutions {

    private static final String SELECT =
            "select e.id, e.order_id, e.sequence, o.symbol, o.side, e.number, e.quantity, e.price, e.tick_price,"
                    + " e.fee, o.currency, e.tick_at, e.transaction_id from paper_execution e join paper_order o on"
                    + " o.organisation_id = e.organisation_id and o.portfolio_id = e.portfolio_id and o.id = e.order_id"
                    + " where e.organisation_id = :organisation and e.portfolio_id = :portfolio";

    private final JdbcClient jdbc;

    PaperExecutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    PaperExecution insert(PaperOrder order, Fill fill, UUID transactionId) {
        UUID id = jdbc.sql("insert into paper_execution (organisation_id, portfolio_id, order_id, number, quantity,"
                        + " price, tick_price, tick_at, fee, transaction_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " returning id")
                .params(
                        organisation(),
                        order.portfolioId(),
                        order.id(),
                        fill.number(),
                        fill.quantity(),
                        fill.price(),
                        fill.tickPrice(),
                        fill.at().atOffset(ZoneOffset.UTC),
                        fill.fee(),
                        transactionId)
                .query(UUID.class)
                .single();
        return jdbc.sql(SELECT + " and e.id = :id")
                .param("organisation", organisation())
                .param("portfolio", order.portfolioId())
                .param("id", id)
                .query(PaperExecutions::execution)
                .single();
    }

    /** The newest first, before the given place; of all orders when none is named. */
    @Transactional(readOnly = true)
    List<PaperExecution> list(UUID portfolioId, Optional<UUID> order, long before, int limit) {
        JdbcClient.StatementSpec sql = jdbc.sql(SELECT + " and e.sequence < :before"
                        + (order.isPresent() ? " and e.order_id = :order" : "")
                        + " order by e.sequence desc limit :limit")
                .param("organisation", organisation())
                .param("portfolio", portfolioId)
                .param("before", before)
                .param("limit", limit);
        return order.map(id -> sql.param("order", id))
                .orElse(sql)
                .query(PaperExecutions::execution)
                .list();
    }

    private static PaperExecution execution(ResultSet row, int number) throws SQLException {
        return new PaperExecution(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getLong("sequence"),
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                row.getInt("number"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("price"),
                row.getBigDecimal("tick_price"),
                row.getBigDecimal("fee"),
                row.getString("currency"),
                row.getTimestamp("tick_at").toInstant(),
                row.getObject("transaction_id", UUID.class));
    }
}
