package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.marketdata.Quote;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** What a symbol gained under each lot method. Amounts are in the currency the symbol is booked in. */
record LotMethodsView(
        String symbol,
        String currency,
        String quantity,

        @Schema(
                description =
                        "The latest, in currency; absent when none is known or it is quoted in another currency, and"
                                + " with it the unrealised gains")
        @Nullable
        String price,

        List<MethodView> methods) {

    LotMethodsView {
        methods = List.copyOf(methods);
    }

    /** One method. */
    record MethodView(
            LotMethod lotMethod,
            String realisedGain,

            @Schema(description = "Of what is held; absent when the cost of a lot is not known") @Nullable
            String costBasis,

            @Schema(description = "Value less cost of what is held, rounded to the currency's decimals") @Nullable
            String unrealisedGain) {}

    /** A symbol's position under each method. */
    record Row(Map<LotMethod, Position> positions) {

        static List<Row> of(Map<LotMethod, List<Position>> byMethod) {
            var symbols = Objects.requireNonNull(byMethod.get(LotMethod.FIFO)).size();
            var rows = new ArrayList<Row>(symbols);
            for (var i = 0; i < symbols; i++) {
                var row = new EnumMap<LotMethod, Position>(LotMethod.class);
                for (var method : byMethod.entrySet()) {
                    row.put(method.getKey(), method.getValue().get(i));
                }
                rows.add(new Row(row));
            }
            return rows;
        }

        private Position position() {
            return Objects.requireNonNull(positions.get(LotMethod.FIFO));
        }

        String symbol() {
            return position().symbol();
        }

        BigDecimal quantity() {
            return position().quantity();
        }
    }

    static LotMethodsView of(Row row, Optional<Quote> quote) {
        var position = row.position();
        var price = quote.filter(
                        known -> known.currency().equals(position.currency().getCode()))
                .map(Quote::price)
                .or(() -> quote.isPresent()
                        ? Optional.empty()
                        : position.lastTrade().map(Position.LastTrade::price));
        return new LotMethodsView(
                position.symbol(),
                position.currency().getCode(),
                position.quantity().toPlainString(),
                price.map(BigDecimal::toPlainString).orElse(null),
                row.positions().entrySet().stream()
                        .map(method -> view(method.getKey(), method.getValue(), price))
                        .toList());
    }

    private static MethodView view(LotMethod method, Position position, Optional<BigDecimal> price) {
        return new MethodView(
                method,
                position.realisedGain().getAmount().toPlainString(),
                position.cost().map(cost -> cost.getAmount().toPlainString()).orElse(null),
                price.flatMap(unit -> position.cost().map(cost -> unrealised(position, unit, cost)))
                        .orElse(null));
    }

    private static String unrealised(Position position, BigDecimal price, BigMoney cost) {
        return position.quantity()
                .multiply(price)
                .subtract(cost.getAmount())
                .setScale(position.currency().getDecimalPlaces(), RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
