package io.riskwatch.marketdata.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists instruments and keeps what becomes of them. What XSIM lists is XSIM's own. */
@Repository
@Transactional
class InstrumentRegister {
    private final JdbcClient jdbc;

    InstrumentRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists an instrument, or describes a listed one anew; false where XSIM lists it. */
    boolean list(InstrumentRecord instrument) {
        return jdbc.sql("""
                insert into instrument (symbol, exchange, name, type, currency, isin, quote_unit, lot_size, provider)
                values (:symbol, :exchange, :name, :type, :currency, :isin, :quoteUnit, :lotSize, :provider)
                on conflict (symbol, exchange) do update set
                    name = excluded.name, type = excluded.type, currency = excluded.currency, isin = excluded.isin,
                    quote_unit = excluded.quote_unit, lot_size = excluded.lot_size, provider = excluded.provider
                where instrument.provider <> 'xsim'""")
                        .param("symbol", instrument.symbol())
                        .param("exchange", instrument.exchange())
                        .param("name", instrument.name())
                        .param("type", instrument.type().name())
                        .param("currency", instrument.currency())
                        .param("isin", instrument.isin())
                        .param("quoteUnit", instrument.quoteUnit())
                        .param("lotSize", instrument.lotSize() == null ? BigDecimal.ONE : instrument.lotSize())
                        .param("provider", instrument.provider())
                        .update()
                > 0;
    }

    /** Gives an instrument a new symbol from the day after {@code until}; the old one still finds it. */
    boolean rename(String symbol, String exchange, String newSymbol, LocalDate until) {
        int kept = jdbc.sql("""
                insert into former_symbol (symbol, exchange, until, instrument_id)
                select symbol, exchange, :until, id from instrument
                where symbol = :symbol and exchange = :exchange and provider <> 'xsim'
                on conflict do nothing""")
                .param("symbol", symbol)
                .param("exchange", exchange)
                .param("until", until)
                .update();
        if (kept == 0) {
            return false;
        }
        jdbc.sql("update instrument set symbol = ? where symbol = ? and exchange = ?")
                .params(newSymbol, symbol, exchange)
                .update();
        return true;
    }

    /** Notes the day of an instrument's last price. */
    boolean delist(String symbol, String exchange, LocalDate lastDay) {
        return jdbc.sql("""
                        update instrument set delisted_on = ?
                        where symbol = ? and exchange = ? and provider <> 'xsim'""").params(lastDay, symbol, exchange).update() > 0;
    }
}
