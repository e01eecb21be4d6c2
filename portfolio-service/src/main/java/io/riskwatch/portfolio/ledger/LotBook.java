package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The open lots of one position in the order a method consumes them; opening or consuming one costs O(log lots). Quantities
 * here are above zero: whether they are owned or owed is for the position to know.
 */
final class LotBook {

    private static final Comparator<Lot> DEAREST_FIRST = (one, other) -> {
        if (one.cost() == null || other.cost() == null) {
            return Boolean.compare(one.cost() == null, other.cost() == null);
        }
        // cost a / quantity a against cost b / quantity b, without dividing
        return other.cost().multiply(one.quantity()).compareTo(one.cost().multiply(other.quantity()));
    };

    private final boolean pooled;
    private final TreeSet<Lot> order;
    private final Map<UUID, Lot> byId = new HashMap<>();
    private BigDecimal quantity = BigDecimal.ZERO;
    /** Of AVERAGE: what all lots cost together. */
    private @Nullable BigDecimal pool = BigDecimal.ZERO;

    LotBook(LotMethod method) {
        pooled = method == LotMethod.AVERAGE;
        order = new TreeSet<>(
                switch (method) {
                    case FIFO, AVERAGE -> Lot.BY_AGE;
                    case LIFO -> Lot.BY_AGE.reversed();
                    case HIFO -> DEAREST_FIRST.thenComparing(Lot.BY_AGE);
                });
    }

    BigDecimal quantity() {
        return quantity;
    }

    int count() {
        return order.size();
    }

    /** Adds a lot; one of the same transaction that is here already, having come by another way, becomes one with it. */
    void add(Lot lot) {
        var same = byId.get(lot.id());
        if (same != null) {
            order.remove(same);
        }
        put(same == null ? lot : same.and(lot));
        quantity = Decimals.normal(quantity.add(lot.quantity()));
        pool = pool == null || lot.cost() == null ? null : Decimals.normal(pool.add(lot.cost()));
    }

    private void put(Lot lot) {
        order.add(lot);
        byId.put(lot.id(), lot);
    }

    /** How much of a lot is here. */
    BigDecimal quantityOf(UUID lot) {
        var found = byId.get(lot);
        return found == null ? BigDecimal.ZERO : found.quantity();
    }

    /** Takes units, first those of the chosen lots as far as they are here, the rest in the method's order. */
    List<Lot> take(BigDecimal wanted, List<LotChoice> chosen) {
        var taken = new ArrayList<Lot>();
        var left = wanted;
        for (var choice : chosen) {
            var lot = byId.get(choice.lot());
            if (lot != null) {
                var part = choice.quantity().min(lot.quantity()).min(left);
                if (part.signum() > 0) {
                    taken.add(take(lot, part));
                    left = left.subtract(part);
                }
            }
        }
        while (left.signum() > 0) {
            var lot = order.first();
            var part = left.min(lot.quantity());
            taken.add(take(lot, part));
            left = left.subtract(part);
        }
        return taken;
    }

    private Lot take(Lot lot, BigDecimal part) {
        order.remove(lot);
        byId.remove(lot.id());
        if (part.compareTo(lot.quantity()) < 0) {
            put(lot.without(part));
        }
        var taken = pooled ? lot.with(part, poolShare(part)) : lot.part(part);
        quantity = Decimals.normal(quantity.subtract(part));
        if (quantity.signum() == 0) {
            pool = BigDecimal.ZERO;
        } else if (pool != null) {
            pool = taken.cost() == null ? null : Decimals.normal(pool.subtract(taken.cost()));
        }
        return taken;
    }

    private @Nullable BigDecimal poolShare(BigDecimal part) {
        if (pool == null || part.compareTo(quantity) == 0) {
            return pool;
        }
        return Decimals.divide(pool.multiply(part), quantity);
    }

    /** The lots, the oldest first; of a pool each with its share of the pool's cost. */
    List<Lot> lots() {
        var byAge = order.stream().sorted(Lot.BY_AGE).toList();
        if (!pooled) {
            return byAge;
        }
        if (pool == null) {
            return byAge.stream().map(lot -> lot.with(lot.quantity(), null)).toList();
        }
        var shares = Apportionment.of(pool, byAge.stream().map(Lot::quantity).toList());
        var lots = new ArrayList<Lot>(byAge.size());
        for (var i = 0; i < byAge.size(); i++) {
            lots.add(byAge.get(i).with(byAge.get(i).quantity(), shares.get(i)));
        }
        return lots;
    }

    /** Puts other lots in the place of these. */
    void replace(List<Lot> lots) {
        order.clear();
        byId.clear();
        quantity = BigDecimal.ZERO;
        pool = BigDecimal.ZERO;
        lots.forEach(this::add);
    }
}
