package io.riskwatch.portfolio.export;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.ledger.Decimals;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of everything an organisation owns here, streamed. */
@Repository
class Exports {

    private static final int FETCH_SIZE = 2_000;

    private final JdbcTemplate streaming;

    Exports(JdbcTemplate template) {
        streaming = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        streaming.setFetchSize(FETCH_SIZE);
    }

    /**
     * A list of the export.
     *
     * @param name its member in JSON and its file in the archive
     * @param personal whether its rows are the caller's own and not the organisation's
     */
    record Part(String name, String sql, boolean personal) {}

    /** What is exported, in this order. */
    static final List<Part> PARTS = List.of(
            new Part(
                    "portfolios",
                    "select id, name, base_currency, sample, created_at, updated_at from portfolio"
                            + " where organisation_id = ? order by created_at, id",
                    false),
            new Part(
                    "accounts",
                    "select portfolio_id, id, name, kind, shorts_allowed, is_default as standard, created_at, updated_at"
                            + " from account where organisation_id = ? order by portfolio_id, is_default desc, created_at, id",
                    false),
            new Part(
                    "transactions",
                    "select t.portfolio_id, t.id, t.account_id, t.to_account_id, t.trade_date as date, t.type, t.symbol, t.quantity, t.quantity_per,"
                            + " t.price, t.currency, t.fee, t.amount, t.new_symbol, t.basis_fraction, t.cash_in_lieu,"
                            + " t.chosen_lots, t.note, t.import_id, t.created_at from ledger_transaction t where"
                            + " t.organisation_id = ? order by t.portfolio_id, t.trade_date, t.day_order, t.sequence",
                    false),
            new Part(
                    "imports",
                    "select portfolio_id, id, format, state, created_at, committed_at, undone_at from portfolio_import"
                            + " where organisation_id = ? and state <> 'PREVIEW' order by created_at, id",
                    false),
            new Part(
                    "importTemplates",
                    "select id, name, header, mapping::text as mapping, created_at from import_template"
                            + " where organisation_id = ? order by created_at, id",
                    false),
            new Part(
                    "securityAliases",
                    "select isin, symbol, learnt_at from security_alias where organisation_id = ? order by isin",
                    false),
            new Part(
                    "targetAllocations",
                    "select portfolio_id, dimension, weights::text as weights, updated_at from target_allocation"
                            + " where organisation_id = ? order by portfolio_id",
                    false),
            new Part(
                    "recommendationThresholds",
                    "select rule, threshold from recommendation_threshold where organisation_id = ? order by rule",
                    false),
            new Part(
                    "recommendationDismissals",
                    "select portfolio_id, recommendation_id, reason, dismissed_at from recommendation_dismissal"
                            + " where organisation_id = ? order by dismissed_at, recommendation_id",
                    false),
            new Part(
                    "analyses",
                    "select id, portfolio_id, kind, state, requested_at, finished_at, result_hash from analysis"
                            + " where organisation_id = ? order by requested_at, id",
                    false),
            new Part(
                    "preferences",
                    "select currency, risk_tolerance, theme, level, gain_colours, updated_at from user_preference"
                            + " where user_id = ? order by user_id",
                    true));

    /** Shows every row as its columns in order; money and quantities are decimals, times are texts. */
    @Transactional(readOnly = true)
    public void forEach(Part part, UUID userId, Consumer<Map<String, @Nullable Object>> row) {
        streaming.query(
                part.sql(),
                (RowCallbackHandler) result -> row.accept(values(result)),
                part.personal() ? userId : organisation());
    }

    private static Map<String, @Nullable Object> values(ResultSet row) throws SQLException {
        var meta = row.getMetaData();
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 1; i <= meta.getColumnCount(); i++) {
            values.put(camel(meta, i), value(row, meta, i));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, ResultSetMetaData meta, int column) throws SQLException {
        var type = meta.getColumnType(column);
        if (type == Types.NUMERIC) {
            return plain(row.getBigDecimal(column));
        }
        if (type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) {
            var time = row.getTimestamp(column);
            return time == null ? null : time.toInstant().toString();
        }
        return row.getObject(column);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.normal(value);
    }

    private static String camel(ResultSetMetaData meta, int column) throws SQLException {
        var name = new StringBuilder();
        var upper = false;
        for (var c : meta.getColumnLabel(column).toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }
}
