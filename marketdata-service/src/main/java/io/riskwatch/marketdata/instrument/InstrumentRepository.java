package io.riskwatch.marketdata.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The instruments the current organisation sees: what it uploaded, and what providers list under other symbols. */
@Repository
@Transactional(readOnly = true)
class InstrumentRepository {
    private static final String VISIBLE = """
            with visible as (
                select symbol, 'UPLOAD' as exchange, symbol as name, 'OTHER' as type, currency,
                       null::text as sector, null::text as region, null::text as isin, null::text as quote_unit,
                       1::numeric as lot_size, null::date as delisted_on, 'upload' as provider, false as simulated, 0 as id
                from history_series
                union all
                select symbol, exchange, name, type, currency, sector, region, isin, quote_unit, lot_size, delisted_on,
                       provider, provider = 'xsim', id
                from instrument i
                where not exists (select from history_series s where s.symbol = i.symbol))
            select * from visible\s""";

    /** A word this like a word of the name, or a symbol this like the symbol, is a slip of the finger. */
    private static final double ALIKE = 0.4;

    private final JdbcClient jdbc;

    InstrumentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The instrument of a key {@code symbol} or {@code symbol:exchange}, by a symbol it has or had. */
    Optional<Instrument> find(String key) {
        String[] parts = key.split(":", 2);
        return jdbc.sql(VISIBLE + """
                where (symbol = :symbol
                       or id = (select instrument_id from former_symbol f
                                where f.symbol = :symbol and (:exchange = '' or f.exchange = :exchange)
                                order by until desc limit 1))
                  and (:exchange = '' or exchange = :exchange)
                order by symbol <> :symbol, simulated desc, id limit 1""")
                .param("symbol", parts[0])
                .param("exchange", parts.length == 2 ? parts[1] : "")
                .query(InstrumentRepository::instrument)
                .optional();
    }

    /** Those whose symbol begins with the text, whose name contains it or whose ISIN it is, in the order of their symbols. */
    List<Instrument> search(String text, @Nullable InstrumentType type, String afterSymbol, int limit) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql(VISIBLE + """
                where (symbol ilike :text || '%' or name ilike '%' || :text || '%' or isin = :isin)
                  and (cast(:type as text) is null or type = :type)
                  and symbol > :after collate "C"
                order by symbol collate "C", id
                limit :limit""")
                .param("text", literal)
                .param("isin", Isin.tidy(text))
                .param("type", type == null ? null : type.name())
                .param("after", afterSymbol)
                .param("limit", limit)
                .query(InstrumentRepository::instrument)
                .list();
    }

    /** Those whose symbol or name is written nearly so, the likest first. */
    List<Instrument> alike(String text, @Nullable InstrumentType type, int limit) {
        return jdbc.sql(VISIBLE + """
                where (word_similarity(lower(:text), lower(name)) >= :alike or similarity(lower(:text), lower(symbol)) >= :alike)
                  and (cast(:type as text) is null or type = :type)
                order by greatest(word_similarity(lower(:text), lower(name)), similarity(lower(:text), lower(symbol))) desc,
                         symbol collate "C"
                limit :limit""")
                .param("text", text)
                .param("alike", ALIKE)
                .param("type", type == null ? null : type.name())
                .param("limit", limit)
                .query(InstrumentRepository::instrument)
                .list();
    }

    private static Instrument instrument(ResultSet row, int number) throws SQLException {
        return new Instrument(
                row.getString("symbol"),
                row.getString("exchange"),
                row.getString("name"),
                InstrumentType.valueOf(row.getString("type")),
                row.getString("currency"),
                row.getString("sector"),
                row.getString("region"),
                row.getString("isin"),
                row.getString("quote_unit"),
                row.getBigDecimal("lot_size").stripTrailingZeros(),
                row.getObject("delisted_on", LocalDate.class),
                row.getString("provider"),
                row.getBoolean("simulated"));
    }
}
