package io.riskwatch.marketdata.provider.yahoo;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.Currencies;
import io.riskwatch.marketdata.provider.DailyBars;
import io.riskwatch.marketdata.provider.MarketDataProvider;
import io.riskwatch.marketdata.provider.ProviderAnswer;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.ProviderQuote;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.credit.Budget;
import io.riskwatch.marketdata.provider.credit.Charge;
import io.riskwatch.marketdata.provider.http.Addresses;
import io.riskwatch.marketdata.provider.http.AnswerReader;
import io.riskwatch.marketdata.provider.http.ContractException;
import io.riskwatch.marketdata.provider.http.Redacted;
import io.riskwatch.marketdata.provider.http.StrictJson;
import io.riskwatch.marketdata.provider.http.Upstream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Yahoo's chart. Works without a crumb as a rule; a call refused for want of one is repeated once with a fresh one. Its
 * closes are adjusted for splits; splits and dividends come beside them.
 */
public final class Yahoo implements MarketDataProvider {
    public static final String NAME = "yahoo";

    private static final Map<String, String> SUFFIXES = Map.ofEntries(
            Map.entry("XNAS", ""),
            Map.entry("XNYS", ""),
            Map.entry("ARCX", ""),
            Map.entry("XASE", ""),
            Map.entry("BATS", ""),
            Map.entry("XLON", ".L"),
            Map.entry("XETR", ".DE"),
            Map.entry("XFRA", ".F"),
            Map.entry("XPAR", ".PA"),
            Map.entry("XAMS", ".AS"),
            Map.entry("XBRU", ".BR"),
            Map.entry("XMIL", ".MI"),
            Map.entry("XMAD", ".MC"),
            Map.entry("XLIS", ".LS"),
            Map.entry("XSWX", ".SW"),
            Map.entry("XSTO", ".ST"),
            Map.entry("XCSE", ".CO"),
            Map.entry("XHEL", ".HE"),
            Map.entry("XOSL", ".OL"),
            Map.entry("XTSE", ".TO"),
            Map.entry("XTKS", ".T"),
            Map.entry("XHKG", ".HK"),
            Map.entry("XASX", ".AX"),
            Map.entry("XTAE", ".TA"),
            Map.entry("XJSE", ".JO"));

    private final YahooProperties properties;
    private final Upstream upstream;
    private final Clock clock;
    private volatile @Nullable Crumb crumb;

    public Yahoo(YahooProperties properties, Clock clock) {
        this.properties = properties;
        this.upstream = new Upstream(properties.timeout(), clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean configured() {
        return properties.enabled();
    }

    @Override
    public Set<InstrumentType> assetClasses() {
        return Set.of(
                InstrumentType.EQUITY,
                InstrumentType.ETF,
                InstrumentType.FUND,
                InstrumentType.INDEX,
                InstrumentType.FUTURE,
                InstrumentType.CRYPTO);
    }

    @Override
    public Budget budget() {
        return Budget.of(properties.creditsPerMinute(), properties.creditsPerDay());
    }

    @Override
    public boolean quotes() {
        return true;
    }

    /** The range of one day: only there is {@code chartPreviousClose} the close of the day before. */
    @Override
    public ProviderAnswer<ProviderQuote> quote(SourceSymbol symbol) {
        return chart(symbol, Map.of("interval", "1d", "range", "1d"), result -> quote(symbol, result));
    }

    @Override
    public boolean bars() {
        return true;
    }

    @Override
    public ProviderAnswer<DailyBars> dailyBars(SourceSymbol symbol, LocalDate from, LocalDate to) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("interval", "1d");
        query.put(
                "period1",
                Long.toString(from.atStartOfDay(ZoneOffset.UTC).minusDays(1).toEpochSecond()));
        query.put(
                "period2",
                Long.toString(to.atStartOfDay(ZoneOffset.UTC).plusDays(2).toEpochSecond()));
        query.put("events", "div,splits");
        return chart(symbol, query, result -> bars(symbol, result, from, to));
    }

    /** A class share's dot is a dash here, as a dot begins the market's suffix. */
    static Optional<String> spelled(SourceSymbol symbol) {
        if (symbol.pair().isPresent()) {
            return Optional.of(symbol.symbol());
        }
        String dashed = symbol.symbol().replace('.', '-');
        return symbol.exchange() == null
                ? Optional.of(dashed)
                : Optional.ofNullable(SUFFIXES.get(symbol.exchange())).map(suffix -> dashed + suffix);
    }

    /** Reads one chart. */
    @FunctionalInterface
    private interface ChartReading<T> {
        T read(JsonNode result) throws ContractException;
    }

    private <T> ProviderAnswer<T> chart(SourceSymbol symbol, Map<String, String> query, ChartReading<T> reading) {
        Optional<String> spelled = spelled(symbol);
        if (spelled.isEmpty()) {
            return ProviderAnswer.unasked(new ProviderError.NotFound("no suffix is known for " + symbol.exchange()));
        }
        String path = "v8/finance/chart/" + Addresses.encoded(spelled.get());
        Upstream.Reply reply = ask(path, query);
        int calls = 1;
        if (reply instanceof Upstream.Reply.Answered answer && wantsCrumb(answer)) {
            crumb = Crumb.fetch(upstream, properties).orElse(null);
            calls += 2;
            if (crumb != null) {
                reply = ask(path, query);
                calls++;
            }
        }
        Charge charge = Charge.of(calls);
        return switch (reply) {
            case Upstream.Reply.Lost lost -> ProviderAnswer.refused(lost.error(), lost.sent() ? charge : Charge.NONE);
            case Upstream.Reply.Answered answer -> read(answer, charge, reading);
        };
    }

    private Upstream.Reply ask(String path, Map<String, String> query) {
        Crumb known = crumb;
        if (known == null) {
            return upstream.get(Addresses.of(properties.apiUrl(), path, query), Map.of());
        }
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put("crumb", known.crumb());
        return upstream.get(Addresses.of(properties.apiUrl(), path, more), Map.of("Cookie", known.cookie()));
    }

    private static boolean wantsCrumb(Upstream.Reply.Answered answer) {
        return answer.status() == 401 && answer.body().toLowerCase(Locale.ROOT).contains("crumb");
    }

    private <T> ProviderAnswer<T> read(Upstream.Reply.Answered answer, Charge charge, ChartReading<T> reading) {
        Optional<ProviderError> refusal = upstream.refusal(answer);
        if (refusal.isPresent()) {
            return ProviderAnswer.refused(refusal.get(), charge);
        }
        return AnswerReader.parsed(answer.body(), charge, body -> {
            JsonNode chart = body.path("chart");
            if (chart.path("error").isObject()) {
                return ProviderAnswer.refused(error(chart.path("error")), charge);
            }
            return AnswerReader.read(charge, () -> {
                JsonNode result = StrictJson.array(chart, "result").path(0);
                return reading.read(result);
            });
        });
    }

    private static ProviderError error(JsonNode error) {
        String code = error.path("code").asString("");
        String detail = Redacted.text(code + ": " + error.path("description").asString(""), "");
        return switch (code) {
            case "Not Found" -> new ProviderError.NotFound(detail);
            case "Unauthorized" -> new ProviderError.Auth(detail);
            case "Bad Request" -> new ProviderError.Contract(detail);
            default -> new ProviderError.Upstream(detail);
        };
    }

    private ProviderQuote quote(SourceSymbol asked, JsonNode result) throws ContractException {
        JsonNode meta = meta(asked, result);
        String unit = unit(meta);
        BigDecimal previous = StrictJson.optionalPrice(meta.path("previousClose"), "previousClose");
        if (previous == null) {
            previous = StrictJson.optionalPrice(meta.path("chartPreviousClose"), "chartPreviousClose");
        }
        Instant asOf = StrictJson.epochSeconds(meta, "regularMarketTime");
        AnswerReader.requirePast(asOf, clock);
        String name = StrictJson.optionalText(meta, "longName");
        return new ProviderQuote(
                NAME,
                asked,
                asked.exchange(),
                name == null ? StrictJson.optionalText(meta, "shortName") : name,
                Currencies.iso(unit),
                Currencies.whole(StrictJson.price(meta, "regularMarketPrice"), unit),
                AnswerReader.whole(previous, unit),
                asOf);
    }

    private static DailyBars bars(SourceSymbol asked, JsonNode result, LocalDate from, LocalDate to)
            throws ContractException {
        JsonNode meta = meta(asked, result);
        String unit = unit(meta);
        ZoneId zone = zone(meta);
        JsonNode quote = StrictJson.array(StrictJson.object(result, "indicators"), "quote")
                .path(0);
        JsonNode times = result.path("timestamp");
        List<DailyBars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            LocalDate day = day(times.path(i), zone);
            // a day without a close is a hole, not a price of zero
            if (inside(day, from, to) && !quote.path("close").path(i).isNull()) {
                bars.add(new DailyBars.Bar(
                        day,
                        at(quote, "open", i, unit),
                        at(quote, "high", i, unit),
                        at(quote, "low", i, unit),
                        Currencies.whole(StrictJson.price(quote.path("close").path(i), "close", "is missing"), unit),
                        StrictJson.volume(quote.path("volume").path(i))));
            }
        }
        return new DailyBars(
                NAME,
                asked,
                Currencies.iso(unit),
                DailyBars.Adjustment.SPLITS,
                lastOfEachDay(AnswerReader.inOrder(bars)),
                dividends(result, zone, unit, from, to),
                splits(result, zone, from, to));
    }

    /** While a market is open the day may come twice: its bar so far, and the last price. */
    private static List<DailyBars.Bar> lastOfEachDay(List<DailyBars.Bar> bars) {
        Map<LocalDate, DailyBars.Bar> days = new LinkedHashMap<>();
        bars.forEach(bar -> days.put(bar.day(), bar));
        return List.copyOf(days.values());
    }

    private static List<DailyBars.Dividend> dividends(
            JsonNode result, ZoneId zone, String unit, LocalDate from, LocalDate to) throws ContractException {
        List<DailyBars.Dividend> dividends = new ArrayList<>();
        for (JsonNode one : result.path("events").path("dividends")) {
            LocalDate day = day(one.path("date"), zone);
            if (inside(day, from, to)) {
                dividends.add(new DailyBars.Dividend(day, Currencies.whole(StrictJson.price(one, "amount"), unit)));
            }
        }
        return dividends;
    }

    private static List<DailyBars.Split> splits(JsonNode result, ZoneId zone, LocalDate from, LocalDate to)
            throws ContractException {
        List<DailyBars.Split> splits = new ArrayList<>();
        for (JsonNode one : result.path("events").path("splits")) {
            LocalDate day = day(one.path("date"), zone);
            if (inside(day, from, to)) {
                splits.add(new DailyBars.Split(
                        day, StrictJson.price(one, "numerator"), StrictJson.price(one, "denominator")));
            }
        }
        return splits;
    }

    private static boolean inside(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static @Nullable BigDecimal at(JsonNode quote, String column, int position, String unit)
            throws ContractException {
        return AnswerReader.whole(StrictJson.optionalPrice(quote.path(column).path(position), column), unit);
    }

    private static LocalDate day(JsonNode epochSeconds, ZoneId zone) throws ContractException {
        if (!epochSeconds.isIntegralNumber()) {
            throw new ContractException("a timestamp is no number");
        }
        return Instant.ofEpochSecond(epochSeconds.asLong()).atZone(zone).toLocalDate();
    }

    private static ZoneId zone(JsonNode meta) throws ContractException {
        try {
            return ZoneId.of(StrictJson.text(meta, "exchangeTimezoneName"));
        } catch (DateTimeException e) {
            throw new ContractException("exchangeTimezoneName is no time zone");
        }
    }

    private static JsonNode meta(SourceSymbol asked, JsonNode result) throws ContractException {
        JsonNode meta = StrictJson.object(result, "meta");
        if (!StrictJson.text(meta, "symbol").equalsIgnoreCase(spelled(asked).orElse(""))) {
            throw new ContractException("the answer is about another symbol");
        }
        return meta;
    }

    private static String unit(JsonNode meta) throws ContractException {
        String unit = StrictJson.text(meta, "currency");
        if (!Currencies.isIso(Currencies.iso(unit))) {
            throw new ContractException("currency is unknown");
        }
        return unit;
    }
}
