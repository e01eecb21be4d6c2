package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.marketdata.Instrument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What a portfolio holds, at the latest prices. Amounts in the base currency are rounded half to even to its decimals. */
record HoldingsView(
        Instant asOf, String baseCurrency, LotMethod lotMethod, List<HoldingView> holdings, List<CashView> cash) {

    HoldingsView {
        holdings = List.copyOf(holdings);
        cash = List.copyOf(cash);
    }

    /** One position. */
    record HoldingView(
            String symbol,
            @Nullable String name,
            @Nullable String type,

            @Schema(description = "What averageCost and costBasis are in")
            String currency,

            String quantity,

            @Schema(
                    description =
                            "Per unit, fees included, by the lot method; absent when the cost of a lot is not known,"
                                    + " or one account owns what another one owes")
            @Nullable
            String averageCost,

            @Schema(description = "Of all units, in currency; absent when the cost of a lot is not known") @Nullable
            String costBasis,

            @Schema(description = "In priceCurrency; absent when neither the market nor the ledger knows one") @Nullable
            String price,

            String priceCurrency,
            @Nullable Instant priceAsOf,
            PriceSource priceSource,

            @Schema(description = "The market does not know the symbol: valued at its last trade, add a price source")
            boolean unpriced,

            boolean stale,

            @Schema(
                    description =
                            "Since when the market is closed, whose last price stands meanwhile; absent while it is"
                                    + " open")
            @Nullable
            Instant marketClosedSince,

            boolean simulated,

            @Schema(description = "In the base currency; absent when the price or the exchange rate is not known")
            @Nullable
            String marketValue,

            @Schema(description = "Of what is held now, since the previous close, in the base currency") @Nullable
            String dayChange,

            @Nullable Double dayChangeFraction,

            @Schema(description = "In the base currency, value and cost both at today's exchange rate") @Nullable
            String unrealisedGain,

            @Schema(
                    description =
                            "Of what was sold until then, in currency, by the lot method, over lots of known cost")
            String realisedGain,

            @Schema(description = "Share of the portfolio's value, cash included") @Nullable
            Double weight) {}

    /** Cash of one currency; its value in the base currency is absent when the exchange rate is not known. */
    record CashView(
            String currency, String amount, @Nullable String value) {}

    static HoldingsView of(Valuation valuation, LotMethod method, Map<String, Instrument> instruments) {
        var base = valuation.held().portfolio().baseCurrency();
        var total = valuation.value();
        return new HoldingsView(
                valuation.asOf(),
                base.getCode(),
                method,
                valuation.positions().stream()
                        .map(valued -> holding(
                                valued,
                                Optional.ofNullable(
                                        instruments.get(valued.position().symbol())),
                                base,
                                total))
                        .toList(),
                valuation.cash().stream()
                        .map(valued -> new CashView(
                                valued.money().getCurrencyUnit().getCode(),
                                plain(valued.money().getAmount()),
                                rounded(valued.value(), base)))
                        .toList());
    }

    private static HoldingView holding(
            ValuedPosition valued, Optional<Instrument> instrument, CurrencyUnit base, BigDecimal total) {
        var position = valued.position();
        return new HoldingView(
                position.symbol(),
                instrument.map(Instrument::name).orElse(null),
                instrument.map(Instrument::type).orElse(null),
                position.currency().getCode(),
                plain(position.quantity()),
                position.cost()
                        .filter(cost -> position.quantity().signum() != 0)
                        .map(cost -> plain(cost.getAmount().divide(position.quantity(), 10, RoundingMode.HALF_EVEN)))
                        .orElse(null),
                position.cost().map(cost -> plain(cost.getAmount())).orElse(null),
                valued.price().map(HoldingsView::plain).orElse(null),
                valued.priceCurrency(),
                valued.priceAsOf(),
                valued.priceSource(),
                valued.unpriced(),
                valued.stale(),
                valued.marketClosedSince().orElse(null),
                valued.simulated(),
                rounded(valued.value(), base),
                rounded(valued.dayChange(), base),
                valued.dayChange()
                        .flatMap(change -> valued.value().flatMap(value -> fraction(change, value.subtract(change))))
                        .orElse(null),
                rounded(valued.gain(), base),
                plain(position.realisedGain().getAmount()),
                valued.value().flatMap(value -> fraction(value, total)).orElse(null));
    }

    static Optional<Double> fraction(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, MathContext.DECIMAL64).doubleValue());
    }

    static @Nullable String rounded(Optional<BigDecimal> amount, CurrencyUnit currency) {
        return amount.map(value -> rounded(value, currency)).orElse(null);
    }

    static String rounded(BigDecimal amount, CurrencyUnit currency) {
        return amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    static String plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped).toPlainString();
    }
}
