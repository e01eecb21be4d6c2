package io.riskwatch.marketdata.instrument;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of instruments that providers price: what kind they are, and those met for the first time. */
@Repository
public class KnownInstruments {
    /** ISO 10383's code where no market is told. */
    public static final String NO_MARKET = "XXXX";

    private static final int MOST_REMEMBERED = 10_000;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;
    private final Map<String, InstrumentType> types = new ConcurrentHashMap<>();

    KnownInstruments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The kind of an instrument that is not simulated; by its looks where it is not known. */
    public InstrumentType type(String symbol, @Nullable String exchange, boolean pair) {
        String key = symbol + ":" + exchange;
        InstrumentType remembered = types.get(key);
        if (remembered != null) {
            return remembered;
        }
        Optional<InstrumentType> known = jdbc.sql("""
            select type from instrument
            where symbol = :symbol and provider <> 'xsim' and (cast(:exchange as text) is null or exchange = :exchange)
            order by id limit 1\
            """)
                .param("symbol", symbol)
                .param("exchange", exchange)
                .query(String.class)
                .optional()
                .map(InstrumentType::valueOf);
        if (types.size() >= MOST_REMEMBERED) {
            types.clear();
        }
        known.ifPresent(type -> types.put(key, type));
        return known.orElseGet(() -> byLooks(symbol, pair));
    }

    /** Two currencies of countries are an exchange rate, another pair is crypto, all else a share. */
    private static InstrumentType byLooks(String symbol, boolean pair) {
        if (!pair) {
            return InstrumentType.EQUITY;
        }
        return Stream.of(symbol.split("-")).allMatch(CURRENCIES::contains) ? InstrumentType.FX : InstrumentType.CRYPTO;
    }

    /** The market of the real instrument that a bare symbol means. */
    public Optional<String> exchange(String symbol) {
        return jdbc.sql("select exchange from instrument where symbol = ? and provider <> 'xsim' order by id limit 1")
                .param(symbol)
                .query(String.class)
                .optional();
    }

    /** Lists an instrument that was met; one whose market is not told is the one of that symbol that is known. */
    public void learn(
            String symbol,
            @Nullable String exchange,
            @Nullable String name,
            InstrumentType type,
            String currency,
            String provider) {
        jdbc.sql("""
            insert into instrument (symbol, exchange, name, type, currency, provider)
            select :symbol, :exchange, :name, :type, :currency, :provider
            where :exchange <> 'XXXX' or not exists (
                select from instrument where symbol = :symbol and provider <> 'xsim')
            on conflict (symbol, exchange) do nothing\
            """)
                .param("symbol", symbol)
                .param("exchange", exchange == null ? NO_MARKET : exchange)
                .param("name", name == null ? symbol : name)
                .param("type", type.name())
                .param("currency", currency)
                .param("provider", provider)
                .update();
    }
}
