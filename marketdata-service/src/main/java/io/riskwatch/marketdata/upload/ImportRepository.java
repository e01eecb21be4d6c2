package io.riskwatch.marketdata.upload;

import io.riskwatch.marketdata.series.Packed;
import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import io.riskwatch.marketdata.upload.ImportView.Counts;
import io.riskwatch.marketdata.upload.ImportView.Row;
import io.riskwatch.marketdata.upload.ImportView.State;
import io.riskwatch.marketdata.upload.PriceFile.Format;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports of the current organisation, their layers, and the series they amount to. Used inside a transaction. */
@Repository
class ImportRepository {
    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Lets one import of an organisation be written at a time. */
    void lock(UUID organisation) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(?)")
                .param(organisation.getLeastSignificantBits() ^ organisation.getMostSignificantBits())
                .query()
                .singleValue();
    }

    void add(UUID organisation, ImportView view) {
        jdbc.sql("""
                insert into history_import (id, organisation_id, file_name, format, state, currency, first_day, last_day,
                    new_count, duplicate_count, revised_count, ignored_count, symbols, rows, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        view.importId(),
                        organisation,
                        view.fileName(),
                        view.format().name(),
                        view.state().name(),
                        view.currency(),
                        view.from(),
                        view.to(),
                        view.counts().fresh(),
                        view.counts().duplicate(),
                        view.counts().revised(),
                        view.counts().ignored(),
                        view.symbols().toArray(String[]::new),
                        json.writeValueAsString(view.rows()),
                        OffsetDateTime.ofInstant(view.createdAt(), ZoneOffset.UTC))
                .update();
    }

    void addLayer(UUID organisation, UUID importId, String symbol, PriceSeries prices) {
        columns(jdbc.sql("""
                insert into history_layer (import_id, organisation_id, symbol, days, close, open, high, low, volume)
                values (:import, :organisation, :symbol, :days, :close, :open, :high, :low, :volume)"""), prices)
                .param("import", importId)
                .param("organisation", organisation)
                .param("symbol", symbol)
                .update();
    }

    Optional<ImportView> find(UUID importId) {
        return jdbc.sql("select * from history_import where id = ?")
                .param(importId)
                .query((row, number) -> view(row))
                .optional();
    }

    void commit(UUID importId, Counts counts) {
        jdbc.sql("""
                update history_import set state = 'COMMITTED', commit_number = nextval('history_commit'),
                    new_count = ?, duplicate_count = ?, revised_count = ? where id = ?""")
                .params(counts.fresh(), counts.duplicate(), counts.revised(), importId)
                .update();
    }

    void undo(UUID importId) {
        jdbc.sql("delete from history_layer where import_id = ?")
                .param(importId)
                .update();
        jdbc.sql("update history_import set state = 'UNDONE', commit_number = null where id = ?")
                .param(importId)
                .update();
    }

    /** Forgets previews made before {@code before}, and all but the newest {@code kept}. */
    void forgetPreviews(Instant before, int kept) {
        jdbc.sql("""
                delete from history_import where state = 'PREVIEW' and (created_at < ? or id in (
                    select id from history_import where state = 'PREVIEW' order by created_at desc, id offset ?))""")
                .params(OffsetDateTime.ofInstant(before, ZoneOffset.UTC), kept)
                .update();
    }

    PriceSeries layer(UUID importId, String symbol) {
        return jdbc.sql("select * from history_layer where import_id = ? and symbol = ?")
                .params(importId, symbol)
                .query((row, number) -> PackedRows.series(row))
                .optional()
                .orElse(PriceSeries.empty());
    }

    /** The committed layers of a symbol, the earliest commit first. */
    List<PriceSeries> committedLayers(String symbol) {
        return jdbc.sql("""
                select l.* from history_layer l join history_import i on i.id = l.import_id
                where l.symbol = ? and i.state = 'COMMITTED' order by i.commit_number""")
                .param(symbol)
                .query((row, number) -> PackedRows.series(row))
                .list();
    }

    /** The currencies in which those among the symbols are kept already. */
    Map<String, String> currencies(List<String> symbols) {
        Map<String, String> currencies = new HashMap<>();
        jdbc.sql("select symbol, currency from history_series where symbol = any(?)")
                .param(symbols.toArray(String[]::new))
                .query(row -> {
                    currencies.put(row.getString("symbol"), row.getString("currency"));
                });
        return currencies;
    }

    void removeSeries(String symbol) {
        jdbc.sql("delete from history_series where symbol = ?").param(symbol).update();
    }

    void putSeries(UUID organisation, String symbol, String currency, PriceSeries prices) {
        columns(jdbc.sql("""
                insert into history_series (organisation_id, symbol, currency, first_day, last_day, last_close,
                    previous_close, days, close, open, high, low, volume)
                values (:organisation, :symbol, :currency, :firstDay, :lastDay, :lastClose,
                    :previousClose, :days, :close, :open, :high, :low, :volume)
                on conflict (organisation_id, symbol) do update set currency = excluded.currency,
                    first_day = excluded.first_day, last_day = excluded.last_day, last_close = excluded.last_close,
                    previous_close = excluded.previous_close, days = excluded.days, close = excluded.close,
                    open = excluded.open, high = excluded.high, low = excluded.low, volume = excluded.volume"""), prices)
                .param("organisation", organisation)
                .param("symbol", symbol)
                .param("currency", currency)
                .param("firstDay", prices.firstDay())
                .param("lastDay", prices.lastDay())
                .param("lastClose", prices.lastClose())
                .param("previousClose", numberOrNull(prices.previousClose()), Types.DOUBLE)
                .update();
    }

    private static JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, PriceSeries prices) {
        JdbcClient.StatementSpec filled = statement.param("days", Packed.ints(prices.days()));
        for (Column column : Column.values()) {
            filled = filled.param(
                    column.name().toLowerCase(Locale.ROOT), PackedRows.column(prices, column), Types.BINARY);
        }
        return filled;
    }

    private static @Nullable Double numberOrNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private ImportView view(ResultSet row) throws SQLException {
        Array symbols = row.getArray("symbols");
        return new ImportView(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                Format.valueOf(row.getString("format")),
                row.getString("file_name"),
                row.getString("currency"),
                new Counts(
                        row.getLong("new_count"),
                        row.getLong("duplicate_count"),
                        row.getLong("revised_count"),
                        row.getLong("ignored_count"),
                        0),
                Arrays.asList((String[]) symbols.getArray()),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                json.readValue(row.getString("rows"), ROWS),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
