package io.riskwatch.marketdata.backfill;

import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.DailyBars;
import io.riskwatch.marketdata.provider.DailyBars.Bar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the bars a provider told, with their splits and dividends; a bar that is told differently is kept as a revision. */
@Component
class BarWriter {
    /** Closes of the same day from two pieces differ by no more than this, unless they stand on two bases. */
    private static final double SAME = 0.02;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final KnownInstruments instruments;

    BarWriter(JdbcClient jdbc, JdbcTemplate template, KnownInstruments instruments) {
        this.jdbc = jdbc;
        this.template = template;
        this.instruments = instruments;
    }

    /** The instrument of a work, as it is listed. */
    Optional<Listed> find(Work work) {
        return jdbc.sql("""
            select id, currency, provider, price_adjustment from instrument
            where symbol = :symbol and provider <> 'xsim' and (cast(:exchange as text) is null or exchange = :exchange)
            order by id limit 1\
            """)
                .param("symbol", work.symbol().symbol())
                .param("exchange", work.symbol().exchange())
                .query((row, number) -> new Listed(
                        row.getInt("id"),
                        row.getString("currency"),
                        row.getString("provider"),
                        row.getString("price_adjustment")))
                .optional();
    }

    /** Whether any bar of it is stored. */
    boolean anyBars(Work work) {
        return find(work)
                .map(listed -> jdbc.sql("select exists (select from price_bar where instrument_id = ?)")
                        .param(listed.id())
                        .query(Boolean.class)
                        .single())
                .orElse(false);
    }

    /** Whether the bars tell the closes that are stored of the same days: pieces of one series. */
    boolean fits(Listed instrument, DailyBars bars) {
        if (!instrument.gives(bars) || bars.bars().isEmpty()) {
            return true; // another series, which takes the place of this one
        }
        Map<LocalDate, Double> stored = new HashMap<>();
        jdbc.sql("select day, close from price_bar where instrument_id = ? and day between ? and ?")
                .params(
                        instrument.id(),
                        bars.bars().getFirst().day(),
                        bars.bars().getLast().day())
                .query(row -> {
                    stored.put(row.getObject("day", LocalDate.class), row.getDouble("close"));
                });
        return bars.bars().stream().allMatch(bar -> {
            Double before = stored.get(bar.day());
            return before == null || Math.abs(bar.close().doubleValue() / before - 1) <= SAME;
        });
    }

    /** Stores all of it. Bars of another provider or basis do not belong in the series: they are kept as revisions only. */
    void store(Work work, DailyBars bars) {
        instruments.learn(
                work.symbol().symbol(), work.symbol().exchange(), null, work.type(), bars.currency(), bars.provider());
        Listed instrument = find(work).orElseThrow();
        if (!instrument.gives(bars)) {
            forget(instrument.id());
            jdbc.sql("update instrument set provider = ?, price_adjustment = ? where id = ?")
                    .params(bars.provider(), bars.adjustment().name(), instrument.id())
                    .update();
        }
        storeBars(instrument.id(), bars.bars());
        storeActions(instrument.id(), bars);
    }

    private void forget(int instrument) {
        jdbc.sql("""
            insert into price_bar_revision (instrument_id, day, open, high, low, close, volume, known_from, known_until)
            select instrument_id, day, open, high, low, close, volume, known_at, clock_timestamp()
            from price_bar where instrument_id = ?\
            """).param(instrument).update();
        for (String table : List.of("price_bar", "instrument_split", "instrument_dividend")) {
            jdbc.sql("delete from " + table + " where instrument_id = ?")
                    .param(instrument)
                    .update();
        }
    }

    private void storeBars(int instrument, List<Bar> bars) {
        jdbc.sql("""
            insert into price_bar (instrument_id, day, open, high, low, close, volume)
            select ?, date '1970-01-01' + d, o, h, l, c, v
            from unnest(?::int[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::bigint[]) as t (d, o, h, l, c, v)
            on conflict (instrument_id, day) do update set
                open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                volume = excluded.volume\
            """)
                .params(
                        instrument,
                        bars.stream()
                                .map(bar -> Math.toIntExact(bar.day().toEpochDay()))
                                .toArray(Integer[]::new),
                        prices(bars, Bar::open),
                        prices(bars, Bar::high),
                        prices(bars, Bar::low),
                        prices(bars, Bar::close),
                        bars.stream().map(Bar::volume).toArray(Long[]::new))
                .update();
    }

    private static @Nullable Double[] prices(List<Bar> bars, Function<Bar, @Nullable BigDecimal> price) {
        @Nullable Double[] prices = new Double[bars.size()];
        for (int i = 0; i < prices.length; i++) {
            BigDecimal exact = price.apply(bars.get(i));
            prices[i] = exact == null ? null : exact.doubleValue();
        }
        return prices;
    }

    private void storeActions(int instrument, DailyBars bars) {
        List<Object[]> splits = new ArrayList<>();
        for (DailyBars.Split split : bars.splits()) {
            ratio(split).ifPresent(ratio -> splits.add(new Object[] {instrument, split.day(), ratio[0], ratio[1]}));
        }
        template.batchUpdate("""
            insert into instrument_split as s (instrument_id, day, new_shares, old_shares) values (?, ?, ?, ?)
            on conflict (instrument_id, day) do update set
                new_shares = excluded.new_shares, old_shares = excluded.old_shares, known_at = now()
            where (s.new_shares, s.old_shares) <> (excluded.new_shares, excluded.old_shares)\
            """, splits);
        template.batchUpdate(
                """
                insert into instrument_dividend as d (instrument_id, day, amount) values (?, ?, ?)
                on conflict (instrument_id, day) do update set amount = excluded.amount, known_at = now()
                where d.amount <> excluded.amount\
                """,
                bars.dividends().stream()
                        .filter(dividend -> dividend.amount().signum() > 0)
                        .map(dividend -> new Object[] {instrument, dividend.day(), dividend.amount()})
                        .toList());
    }

    /** New and old shares in lowest terms: 1.5 for 1 are 3 for 2; empty where they are no such numbers. */
    static Optional<Integer[]> ratio(DailyBars.Split split) {
        int scale = Math.max(0, Math.max(split.to().scale(), split.from().scale()));
        BigInteger to = split.to().movePointRight(scale).toBigInteger();
        BigInteger from = split.from().movePointRight(scale).toBigInteger();
        BigInteger common = to.gcd(from);
        BigInteger newShares = to.divide(common);
        BigInteger oldShares = from.divide(common);
        boolean one = newShares.equals(oldShares);
        return one || newShares.bitLength() > 31 || oldShares.bitLength() > 31
                ? Optional.empty()
                : Optional.of(new Integer[] {newShares.intValueExact(), oldShares.intValueExact()});
    }

    /**
     * An instrument as it is listed.
     *
     * @param adjustment what its provider has done to its prices
     */
    record Listed(int id, String currency, String provider, String adjustment) {
        /** Whether the bars come from the same provider on the same basis as those that are stored. */
        boolean gives(DailyBars bars) {
            return provider.equals(bars.provider())
                    && adjustment.equals(bars.adjustment().name());
        }
    }
}
