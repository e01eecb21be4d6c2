package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.marketdata.Instrument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Where the gain of a period came from, as clients see it; amounts are in the base currency, with their sign. */
record GainsView(
        UUID portfolioId,
        String baseCurrency,
        LocalDate from,
        LocalDate to,

        @Schema(description = "The parts add up to it, and it to the period's gain") @Nullable
        GainView total,

        @Schema(description = "Per security, the largest first, whether gained or lost")
        List<PartView> holdings,

        @Schema(description = "Per currency of the cash: its rate, and the income and costs that belong to no security")
        List<PartView> cash,

        @Schema(description = "The same per class of instrument; what nobody can class is OTHER, money is CASH")
        List<PartView> classes,

        @Schema(
                description =
                        "The same per account, known by its id; a transfer between them counts at the close of its day")
        List<PartView> accounts,

        @Schema(description = "How many securities gained or lost anything")
        int holdingCount,

        @Schema(description = "What to know before believing the figures")
        List<String> notes,

        @Nullable String unavailable) {

    /** As many securities as the answer holds. */
    static final int MOST = 500;

    GainsView {
        holdings = List.copyOf(holdings);
        cash = List.copyOf(cash);
        classes = List.copyOf(classes);
        accounts = List.copyOf(accounts);
        notes = List.copyOf(notes);
    }

    /** A gain by where it came from. */
    record GainView(
            @Schema(description = "Had exchange rates stood still")
            String price,

            @Schema(description = "Had prices stood still") String currency,

            @Schema(description = "What only both together explain; often shown within currency")
            String cross,

            @Schema(description = "Before what was withheld")
            String dividends,

            @Schema(description = "Received, or with a minus paid")
            String interest,

            @Schema(description = "Not positive, trading fees among them")
            String fees,

            @Schema(description = "Not positive, what was withheld among them")
            String taxes,

            String total) {

        static GainView of(Gain gain, CurrencyUnit base) {
            return new GainView(
                    PerformanceView.money(gain.split().price(), base),
                    PerformanceView.money(gain.split().currency(), base),
                    PerformanceView.money(gain.split().cross(), base),
                    PerformanceView.money(gain.dividends(), base),
                    PerformanceView.money(gain.interest(), base),
                    PerformanceView.money(gain.fees(), base),
                    PerformanceView.money(gain.taxes(), base),
                    PerformanceView.money(gain.total(), base));
        }
    }

    /** A part of the portfolio: a symbol, a currency, a class or an account. */
    record PartView(
            String key,
            @Nullable String name,
            GainView gain,

            @Schema(
                    description =
                            "Of the portfolio's return: gain over average capital, so that all parts add up to the modified"
                                    + " Dietz return; absent when there is none")
            @Nullable
            Double contribution) {}

    static GainsView unavailable(UUID portfolioId, CurrencyUnit base, LocalDate from, LocalDate to, String reason) {
        return new GainsView(
                portfolioId,
                base.getCode(),
                from,
                to,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                reason);
    }

    static GainsView of(Performance performance, Attribution attribution, Map<String, Instrument> instruments) {
        var gains = attribution.total();
        var base = performance.portfolio().baseCurrency();
        var period = performance.period();
        var capital = performance
                .returns()
                .modifiedDietz()
                .value()
                .filter(dietz -> dietz != 0)
                .map(dietz -> period.gain() / dietz);
        return new GainsView(
                performance.portfolio().id(),
                base.getCode(),
                period.start(),
                period.end(),
                GainView.of(gains.total(), base),
                parts(gains.holdings(), names(instruments), capital, base, MOST),
                parts(gains.cash(), Map.of(), capital, base, MOST),
                parts(classes(gains, instruments), Map.of(), capital, base, MOST),
                parts(attribution.gains(), attribution.names(), capital, base, MOST),
                gains.holdings().size(),
                performance.notes(),
                null);
    }

    private static Map<String, Gain> classes(Gains gains, Map<String, Instrument> instruments) {
        var classes = new TreeMap<String, Gain>();
        gains.holdings()
                .forEach((symbol, gain) -> classes.merge(
                        Optional.ofNullable(instruments.get(symbol))
                                .map(Instrument::type)
                                .orElse("OTHER"),
                        gain,
                        Gain::plus));
        gains.cash().values().forEach(gain -> classes.merge("CASH", gain, Gain::plus));
        return classes;
    }

    private static Map<String, String> names(Map<String, Instrument> instruments) {
        var names = new TreeMap<String, String>();
        instruments.forEach((symbol, instrument) ->
                Optional.ofNullable(instrument.name()).ifPresent(name -> names.put(symbol, name)));
        return names;
    }

    private static List<PartView> parts(
            Map<String, Gain> parts, Map<String, String> names, Optional<Double> capital, CurrencyUnit base, int most) {
        return parts.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        entry -> -Math.abs(entry.getValue().total())))
                .limit(most)
                .map(entry -> new PartView(
                        entry.getKey(),
                        names.get(entry.getKey()),
                        GainView.of(entry.getValue(), base),
                        capital.map(average -> entry.getValue().total() / average)
                                .orElse(null)))
                .toList();
    }
}
