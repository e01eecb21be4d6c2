package io.riskwatch.portfolio.export;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.ledger.Decimals;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
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

    /** Shows every row as its columns in order; money and quantities are decimals, times are texts. */
    @Transactional(readOnly = true)
    public void forEach(ExportPart part, UUID userId, Consumer<Map<String, @Nullable Object>> row) {
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
