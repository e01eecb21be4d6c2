package io.riskwatch.marketdata.provider.twelvedata;

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
import io.riskwatch.marketdata.provider.stream.StreamProtocol;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Twelve Data's REST interface. Its errors may come with status 200; what a question cost stands in the answer's headers.
 * Prices are asked for as adjusted for splits, its default, so that there is no doubt.
 */
public final class TwelveData implements MarketDataProvider {
    public static final String NAME = "twelve-data";

    /** A question for many rows costs more than one credit: a thousand rows were seen to cost ten. */
    private static final int ROWS_PER_CREDIT = 100;

    /** An unknown symbol, and days before the first price, are both their "400". */
    private static final Pattern NOTHING_THERE =
            Pattern.compile("symbol|no data is available", Pattern.CASE_INSENSITIVE);

    private static final int MOST_ROWS = 5_000;

    private final TwelveDataProperties properties;
    private final Upstream upstream;
    private final Clock clock;

    public TwelveData(TwelveDataProperties properties, Clock clock) {
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
        return !properties.apiKey().isEmpty();
    }

    @Override
    public Set<InstrumentType> assetClasses() {
        return Set.of(
                InstrumentType.EQUITY,
                InstrumentType.ETF,
                InstrumentType.FUND,
                InstrumentType.INDEX,
                InstrumentType.FX,
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

    @Override
    public ProviderAnswer<ProviderQuote> quote(SourceSymbol symbol) {
        return ask("quote", symbol, Map.of(), (body, charge) -> AnswerReader.read(charge, () -> quote(symbol, body)));
    }

    @Override
    public boolean bars() {
        return true;
    }

    @Override
    public int barCredits(LocalDate from, LocalDate to) {
        return 1 + rows(from, to) / ROWS_PER_CREDIT;
    }

    @Override
    public ProviderAnswer<DailyBars> dailyBars(SourceSymbol symbol, LocalDate from, LocalDate to) {
        Map<String, String> span = new LinkedHashMap<>();
        span.put("interval", "1day");
        span.put("start_date", from.toString());
        span.put("end_date", to.plusDays(1).toString()); // theirs is exclusive
        span.put("outputsize", Integer.toString(Math.max(1, rows(from, to))));
        span.put("order", "ASC");
        span.put("adjust", "splits");
        return ask(
                "time_series",
                symbol,
                span,
                (body, charge) -> AnswerReader.read(charge, () -> bars(symbol, body, from, to)));
    }

    @Override
    public Optional<StreamProtocol> stream() {
        return properties.streamSymbols() == 0 ? Optional.empty() : Optional.of(new TwelveDataStream(properties));
    }

    private static int rows(LocalDate from, LocalDate to) {
        return (int) Math.min(MOST_ROWS, Math.max(1, ChronoUnit.DAYS.between(from, to) + 1));
    }

    private <T> ProviderAnswer<T> ask(
            String path,
            SourceSymbol symbol,
            Map<String, String> more,
            BiFunction<JsonNode, Charge, ProviderAnswer<T>> read) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("symbol", spelled(symbol));
        if (symbol.exchange() != null) {
            query.put("mic_code", symbol.exchange());
        }
        query.putAll(more);
        Upstream.Reply reply = upstream.get(
                Addresses.of(properties.apiUrl(), path, query),
                Map.of("Authorization", "apikey " + properties.apiKey()));
        return switch (reply) {
            case Upstream.Reply.Lost lost ->
                ProviderAnswer.refused(lost.error(), lost.sent() ? Charge.UNTOLD : Charge.NONE);
            case Upstream.Reply.Answered answer -> {
                Charge charge = charge(answer.headers());
                Optional<ProviderError> error = error(answer);
                yield error.isPresent()
                        ? ProviderAnswer.refused(error.get(), charge)
                        : AnswerReader.parsed(answer.body(), charge, body -> read.apply(body, charge));
            }
        };
    }

    /** The symbol as Twelve Data spells it: pairs with a slash. */
    static String spelled(SourceSymbol symbol) {
        return symbol.pair().map(pair -> pair.base() + "/" + pair.quote()).orElse(symbol.symbol());
    }

    /** The body's own code is right where the status says 200. */
    private Optional<ProviderError> error(Upstream.Reply.Answered answer) {
        JsonNode body;
        try {
            body = StrictJson.object(answer.body());
        } catch (ContractException e) {
            return upstream.refusal(answer)
                    .or(() -> Optional.of(new ProviderError.Contract(String.valueOf(e.getMessage()))));
        }
        boolean failed = "error".equals(body.path("status").asString(""))
                || body.path("code").isNumber();
        if (!failed) {
            return upstream.refusal(answer);
        }
        String told = body.path("message").asString("");
        String message = Redacted.text(told, properties.apiKey());
        int code = body.path("code").asInt(answer.status());
        return Optional.of(
                switch (code) {
                    case 401 -> new ProviderError.Auth(message);
                    case 403 -> new ProviderError.Plan(message);
                    case 404 -> new ProviderError.NotFound(message);
                    case 429 -> new ProviderError.RateLimited(untilNewCredits(told), message);
                    case 400 ->
                        NOTHING_THERE.matcher(told).find()
                                ? new ProviderError.NotFound(message)
                                : new ProviderError.Contract(message);
                    default -> code >= 500 ? new ProviderError.Upstream(message) : new ProviderError.Contract(message);
                });
    }

    private Duration untilNewCredits(String message) {
        boolean day = message.toLowerCase(Locale.ROOT).contains("for the day");
        ChronoUnit unit = day ? ChronoUnit.DAYS : ChronoUnit.MINUTES;
        Instant now = clock.instant();
        return Duration.between(now, now.truncatedTo(unit).plus(1, unit)).plusSeconds(1);
    }

    private static Charge charge(HttpHeaders headers) {
        return new Charge(count(headers, "api-credits-used"), count(headers, "api-credits-left"));
    }

    private static @Nullable Integer count(HttpHeaders headers, String name) {
        String value = headers.firstValue(name).orElse("");
        return value.matches("\\d{1,8}") ? Integer.valueOf(value) : null;
    }

    private ProviderQuote quote(SourceSymbol asked, JsonNode body) throws ContractException {
        requireSame(asked, StrictJson.text(body, "symbol"));
        String unit = unit(asked, body);
        BigDecimal previous = StrictJson.optionalPrice(body.path("previous_close"), "previous_close");
        String mic = StrictJson.optionalText(body, "mic_code");
        if (asked.exchange() != null && mic != null && !asked.exchange().equals(mic)) {
            throw new ContractException("mic_code is not the one asked for");
        }
        String time = body.path("last_quote_at").isNull()
                        || body.path("last_quote_at").isMissingNode()
                ? "timestamp"
                : "last_quote_at";
        Instant asOf = StrictJson.epochSeconds(body, time);
        AnswerReader.requirePast(asOf, clock);
        return new ProviderQuote(
                NAME,
                asked,
                mic,
                StrictJson.optionalText(body, "name"),
                Currencies.iso(unit),
                Currencies.whole(StrictJson.price(body, "close"), unit),
                previous == null ? null : Currencies.whole(previous, unit),
                asOf);
    }

    private static DailyBars bars(SourceSymbol asked, JsonNode body, LocalDate from, LocalDate to)
            throws ContractException {
        JsonNode meta = StrictJson.object(body, "meta");
        requireSame(asked, StrictJson.text(meta, "symbol"));
        String unit = unit(asked, meta);
        List<DailyBars.Bar> bars = new ArrayList<>();
        for (JsonNode row : StrictJson.array(body, "values")) {
            LocalDate day = AnswerReader.day(StrictJson.text(row, "datetime"));
            if (!day.isBefore(from) && !day.isAfter(to)) {
                bars.add(AnswerReader.bar(day, unit, row, "open", "high", "low", "close", "volume"));
            }
        }
        return new DailyBars(
                NAME,
                asked,
                Currencies.iso(unit),
                DailyBars.Adjustment.SPLITS,
                AnswerReader.inOrder(bars),
                List.of(),
                List.of());
    }

    private static String unit(SourceSymbol asked, JsonNode node) throws ContractException {
        Optional<SourceSymbol.Pair> pair = asked.pair();
        String unit = pair.isPresent() ? pair.get().quote() : StrictJson.text(node, "currency");
        if (!Currencies.isIso(Currencies.iso(unit))) {
            throw new ContractException("currency is unknown");
        }
        return unit;
    }

    /** A price of somebody else is worse than none. */
    private static void requireSame(SourceSymbol asked, String answered) throws ContractException {
        if (!spelled(asked).equalsIgnoreCase(answered)) {
            throw new ContractException("the answer is about another symbol");
        }
    }
}
