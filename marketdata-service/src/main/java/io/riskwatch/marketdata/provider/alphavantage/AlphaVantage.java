package io.riskwatch.marketdata.provider.alphavantage;

import io.riskwatch.marketdata.instrument.InstrumentType;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Alpha Vantage: one address, always status 200, prices without a currency. Only markets in US dollars are asked for, so
 * that the currency is known. A limit is told in prose, sometimes with our key inside.
 */
public final class AlphaVantage implements MarketDataProvider {
    public static final String NAME = "alpha-vantage";

    private static final Set<String> DOLLAR_MARKETS = Set.of("XNAS", "XNYS", "ARCX", "XASE", "BATS", "IEXG");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    /** The free series holds the last hundred days. */
    private static final int COMPACT_DAYS = 130;

    private final AlphaVantageProperties properties;
    private final Upstream upstream;
    private final Clock clock;

    public AlphaVantage(AlphaVantageProperties properties, Clock clock) {
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
        return Set.of(InstrumentType.EQUITY, InstrumentType.ETF, InstrumentType.FUND);
    }

    @Override
    public Budget budget() {
        return new Budget(properties.creditsPerMinute(), properties.creditsPerDay(), properties.spacing());
    }

    @Override
    public boolean quotes() {
        return true;
    }

    @Override
    public ProviderAnswer<ProviderQuote> quote(SourceSymbol symbol) {
        return ask("GLOBAL_QUOTE", symbol, Map.of(), "Global Quote", data -> quote(symbol, data));
    }

    @Override
    public boolean bars() {
        return true;
    }

    @Override
    public ProviderAnswer<DailyBars> dailyBars(SourceSymbol symbol, LocalDate from, LocalDate to) {
        boolean recent = from.isAfter(LocalDate.now(clock).minusDays(COMPACT_DAYS));
        String size = recent ? "compact" : "full";
        String function = properties.adjustedSeries() ? "TIME_SERIES_DAILY_ADJUSTED" : "TIME_SERIES_DAILY";
        return ask(
                function,
                symbol,
                Map.of("outputsize", size),
                "Time Series (Daily)",
                data -> AnswerReader.read(Charge.of(1), () -> bars(symbol, data, from, to)));
    }

    private <T> ProviderAnswer<T> ask(
            String function,
            SourceSymbol symbol,
            Map<String, String> more,
            String dataKey,
            Function<JsonNode, ProviderAnswer<T>> read) {
        if (symbol.pair().isPresent() || (symbol.exchange() != null && !DOLLAR_MARKETS.contains(symbol.exchange()))) {
            return ProviderAnswer.unasked(new ProviderError.NotFound("only markets in US dollars are asked for"));
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("function", function);
        query.put("symbol", spelled(symbol));
        query.putAll(more);
        query.put("apikey", properties.apiKey());
        return switch (upstream.get(Addresses.of(properties.apiUrl(), "query", query), Map.of())) {
            case Upstream.Reply.Lost lost ->
                ProviderAnswer.refused(lost.error(), lost.sent() ? Charge.UNTOLD : Charge.NONE);
            case Upstream.Reply.Answered answer -> {
                Optional<ProviderError> refusal = upstream.refusal(answer);
                yield refusal.isPresent()
                        ? ProviderAnswer.refused(refusal.get(), Charge.UNTOLD)
                        : AnswerReader.parsed(
                                answer.body(),
                                Charge.UNTOLD,
                                body -> body.path(dataKey).isObject()
                                        ? read.apply(body.path(dataKey))
                                        : ProviderAnswer.refused(prose(body), Charge.UNTOLD));
            }
        };
    }

    /** A class share is written with a dash. */
    static String spelled(SourceSymbol symbol) {
        return symbol.symbol().replace('.', '-');
    }

    /** What an answer without data means, by its words. */
    private ProviderError prose(JsonNode body) {
        String error = StrictJson.optionalText(body, "Error Message");
        String note = StrictJson.optionalText(body, "Note");
        String information = StrictJson.optionalText(body, "Information");
        if (error != null) {
            String message = Redacted.text(error, properties.apiKey());
            return error.toLowerCase(Locale.ROOT).contains("apikey")
                    ? new ProviderError.Auth(message)
                    : new ProviderError.NotFound(message);
        }
        String told = note != null ? note : information;
        if (told == null) {
            return new ProviderError.Contract("the answer holds neither data nor a reason");
        }
        String words = told.toLowerCase(Locale.ROOT);
        String message = Redacted.text(told, properties.apiKey());
        if (words.contains("premium endpoint")) {
            return new ProviderError.Plan(message);
        }
        boolean daySpent = words.contains("detected your api key") || words.contains("per day limit");
        return new ProviderError.RateLimited(daySpent ? untilTomorrow() : Duration.ofMinutes(1), message);
    }

    private Duration untilTomorrow() {
        Instant now = clock.instant();
        return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
    }

    private ProviderAnswer<ProviderQuote> quote(SourceSymbol asked, JsonNode data) {
        return data.isEmpty()
                ? ProviderAnswer.refused(new ProviderError.NotFound("no quote of " + asked.key()), Charge.UNTOLD)
                : AnswerReader.read(Charge.UNTOLD, () -> {
                    requireSame(asked, StrictJson.text(data, "01. symbol"));
                    LocalDate day = AnswerReader.day(StrictJson.text(data, "07. latest trading day"));
                    BigDecimal previous =
                            StrictJson.optionalPrice(data.path("08. previous close"), "08. previous close");
                    return new ProviderQuote(
                            NAME,
                            asked,
                            asked.exchange(),
                            null,
                            "USD",
                            StrictJson.price(data, "05. price"),
                            previous,
                            madeAt(day));
                });
    }

    /** The close of the day, or now while that day is under way. */
    private Instant madeAt(LocalDate day) throws ContractException {
        Instant now = clock.instant();
        if (day.isAfter(now.atZone(NEW_YORK).toLocalDate())) {
            throw new ContractException("the price comes from the future");
        }
        Instant close = day.atTime(CLOSE).atZone(NEW_YORK).toInstant();
        return close.isBefore(now) ? close : now;
    }

    private DailyBars bars(SourceSymbol asked, JsonNode days, LocalDate from, LocalDate to) throws ContractException {
        List<DailyBars.Bar> bars = new ArrayList<>();
        List<DailyBars.Dividend> dividends = new ArrayList<>();
        List<DailyBars.Split> splits = new ArrayList<>();
        String volume = properties.adjustedSeries() ? "6. volume" : "5. volume";
        for (Map.Entry<String, JsonNode> entry : days.properties()) {
            LocalDate day = AnswerReader.day(entry.getKey());
            if (day.isBefore(from) || day.isAfter(to)) {
                continue;
            }
            JsonNode row = entry.getValue();
            bars.add(AnswerReader.bar(day, "USD", row, "1. open", "2. high", "3. low", "4. close", volume));
            BigDecimal dividend = StrictJson.optionalPrice(row.path("7. dividend amount"), "7. dividend amount");
            if (dividend != null) {
                dividends.add(new DailyBars.Dividend(day, dividend));
            }
            BigDecimal split = StrictJson.optionalPrice(row.path("8. split coefficient"), "8. split coefficient");
            if (split != null && split.compareTo(BigDecimal.ONE) != 0) {
                splits.add(new DailyBars.Split(day, split, BigDecimal.ONE));
            }
        }
        return new DailyBars(
                NAME, asked, "USD", DailyBars.Adjustment.RAW, AnswerReader.inOrder(bars), dividends, splits);
    }

    private static void requireSame(SourceSymbol asked, String answered) throws ContractException {
        if (!spelled(asked).equalsIgnoreCase(answered.replace('.', '-'))) {
            throw new ContractException("the answer is about another symbol");
        }
    }
}
