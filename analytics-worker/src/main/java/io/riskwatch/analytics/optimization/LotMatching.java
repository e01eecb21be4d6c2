package io.riskwatch.analytics.optimization;

import io.riskwatch.analytics.analysis.AnalysisJob.Lot;
import io.riskwatch.analytics.analysis.AnalysisJob.LotMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lots a sale consumes and what they cost, exactly as the ledger of portfolio-service does it: decimals at ten digits behind the
 * point, divided once, and the last part takes what rounding left.
 */
final class LotMatching {

    private static final int SCALE = 10;

    private static final Comparator<Place> BY_AGE =
            Comparator.comparing((Place place) -> place.lot.acquired()).thenComparingInt(Place::sequence);

    /** The dearest per unit first, in the currency the lots are booked in; one of unknown cost comes last. */
    private static final Comparator<Place> DEAREST_FIRST = (one, other) -> {
        BigDecimal cost = one.booked();
        BigDecimal otherCost = other.booked();
        if (cost == null || otherCost == null) {
            return Boolean.compare(cost == null, otherCost == null);
        }
        return otherCost.multiply(one.lot.quantity()).compareTo(cost.multiply(other.lot.quantity()));
    };

    private LotMatching() {}

    /** A lot with its place in the order of entry. */
    private record Place(Lot lot, int sequence) {

        @Nullable
        BigDecimal booked() {
            return lot.localCost() == null ? lot.cost() : lot.localCost();
        }
    }

    /**
     * The parts of the lots that are consumed, with their cost in the base currency.
     *
     * @param lots of quantities above zero
     * @param units at most as many as there are
     */
    static List<Lot> take(LotMethod method, List<Lot> lots, BigDecimal units) {
        List<Lot> taken = new ArrayList<>();
        BigDecimal left = units;
        BigDecimal held = lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal pool = pool(lots);
        for (Place place : inOrder(method, lots)) {
            if (left.signum() <= 0) {
                break;
            }
            BigDecimal part = left.min(place.lot.quantity());
            BigDecimal cost = method == LotMethod.AVERAGE
                    ? shareOrNull(pool, part, held)
                    : shareOrNull(place.lot.cost(), part, place.lot.quantity());
            taken.add(new Lot(place.lot.acquired(), part, cost, null, null));
            held = held.subtract(part);
            pool = pool == null || cost == null ? null : pool.subtract(cost);
            left = left.subtract(part);
        }
        return taken;
    }

    /** An amount spread over the lots by their units. */
    static List<BigDecimal> apportioned(BigDecimal amount, List<Lot> lots) {
        BigDecimal units = lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = amount;
        List<BigDecimal> shares = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            BigDecimal share =
                    i == lots.size() - 1 ? left : share(amount, lots.get(i).quantity(), units);
            shares.add(share);
            left = left.subtract(share);
        }
        return shares;
    }

    private static List<Place> inOrder(LotMethod method, List<Lot> lots) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            places.add(new Place(lots.get(i), i));
        }
        places.sort(
                switch (method) {
                    case FIFO, AVERAGE -> BY_AGE;
                    case LIFO -> BY_AGE.reversed();
                    case HIFO -> DEAREST_FIRST.thenComparing(BY_AGE);
                });
        return places;
    }

    private static @Nullable BigDecimal pool(List<Lot> lots) {
        BigDecimal pool = BigDecimal.ZERO;
        for (Lot lot : lots) {
            if (lot.cost() == null) {
                return null;
            }
            pool = pool.add(lot.cost());
        }
        return pool;
    }

    /** The share that a part of the units has in an amount. */
    static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return part.compareTo(whole) == 0 ? amount : amount.multiply(part).divide(whole, SCALE, RoundingMode.HALF_EVEN);
    }

    private static @Nullable BigDecimal shareOrNull(@Nullable BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount == null ? null : share(amount, part, whole);
    }
}
