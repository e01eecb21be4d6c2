package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.ledger.Decimals;
import io.riskwatch.portfolio.ledger.Lot;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The open lots of one holding under each lot method, as a worker is told them: what earlier sales left depends on the method they
 * went by. A method whose lots are those of first in, first out is not repeated.
 *
 * @param quantity that the lots add up to
 */
record OpenLots(BigDecimal quantity, Map<LotMethod, List<JobLot>> byMethod) {

    OpenLots {
        byMethod = Map.copyOf(byMethod);
    }

    /** Where costs are converted into the base currency. */
    interface Rates {

        /** What a unit of the currency the lots are booked in was worth that day; empty when not known. */
        OptionalDouble on(LocalDate day);

        /** Whether the lots are booked in the base currency. */
        boolean areOne();
    }

    /**
     * The lots of a position, at most so many for each method: beyond that the oldest are put together.
     *
     * @param positions of one symbol, by method
     */
    static OpenLots of(Map<LotMethod, Position> positions, Rates rates, int most) {
        Position first = Objects.requireNonNull(positions.get(LotMethod.FIFO));
        Map<LotMethod, List<JobLot>> told = new EnumMap<>(LotMethod.class);
        told.put(LotMethod.FIFO, told(first.lots(), rates, most));
        positions.forEach((method, position) -> {
            if (!sameGains(method, first, position)) {
                told.put(method, told(position.lots(), rates, most));
            }
        });
        return new OpenLots(first.quantity(), told);
    }

    /** Units owned in one account and owed in another are no lots that one trade would close. */
    static boolean oneSided(Position position) {
        return !position.lots().isEmpty()
                && position.lots().stream()
                                .map(lot -> lot.quantity().signum())
                                .distinct()
                                .count()
                        == 1;
    }

    /** Whether they are lots of that quantity: something may have been booked in between. */
    boolean are(@Nullable String held) {
        return held != null && quantity.compareTo(new BigDecimal(held)) == 0;
    }

    /** Of a pool the lots' days and units matter and what they cost together. */
    private static boolean sameGains(LotMethod method, Position first, Position other) {
        return method == LotMethod.AVERAGE
                ? first.cost().equals(other.cost()) && units(first).equals(units(other))
                : first.lots().equals(other.lots());
    }

    private static List<Lot> units(Position position) {
        return position.lots().stream()
                .map(lot -> new Lot(lot.id(), lot.sequence(), lot.opened(), lot.quantity(), null))
                .toList();
    }

    private static List<JobLot> told(List<Lot> lots, Rates rates, int most) {
        int merged = lots.size() > most ? lots.size() - most + 1 : 0;
        List<JobLot> told = new ArrayList<>();
        if (merged > 0) {
            told.add(together(lots.subList(0, merged), rates));
        }
        lots.subList(merged, lots.size())
                .forEach(lot -> told.add(new JobLot(
                        lot.opened(),
                        lot.quantity().toPlainString(),
                        text(inBase(lot, rates)),
                        rates.areOne() ? null : text(lot.cost()),
                        null)));
        return told;
    }

    private static JobLot together(List<Lot> lots, Rates rates) {
        return new JobLot(
                lots.getLast().opened(),
                Objects.requireNonNull(sum(lots, Lot::quantity)).toPlainString(),
                text(sum(lots, lot -> inBase(lot, rates))),
                rates.areOne() ? null : text(sum(lots, Lot::cost)),
                lots.size());
    }

    private static @Nullable BigDecimal sum(List<Lot> lots, Function<Lot, @Nullable BigDecimal> figure) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Lot lot : lots) {
            BigDecimal one = figure.apply(lot);
            if (one == null) {
                return null;
            }
            sum = sum.add(one);
        }
        return sum;
    }

    private static @Nullable BigDecimal inBase(Lot lot, Rates rates) {
        BigDecimal cost = lot.cost();
        if (cost == null || rates.areOne()) {
            return cost;
        }
        OptionalDouble rate = rates.on(lot.opened());
        return rate.isEmpty()
                ? null
                : cost.multiply(BigDecimal.valueOf(rate.getAsDouble()))
                        .setScale(Decimals.SCALE, RoundingMode.HALF_EVEN);
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.normal(value).toPlainString();
    }
}
