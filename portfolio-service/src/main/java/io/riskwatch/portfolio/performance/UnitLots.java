package io.riskwatch.portfolio.performance;

import io.riskwatch.quant.performance.GainDecomposition;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Units of one security with the price and the exchange rate they came at, first in, first out; closing them splits the
 * gain into price, currency and cross, each unit from when it came to when it went. Units sold short are negative.
 */
final class UnitLots {

    /** What rounding may leave of units that cancel, as a share of them. */
    private static final double NOISE = 1e-9;

    private final Deque<Lot> lots = new ArrayDeque<>();
    private double units;
    private GainSplit closed = GainSplit.NONE;

    private record Lot(double units, double price, double rate) {

        GainSplit to(double part, double laterPrice, double laterRate) {
            var split = GainDecomposition.of(part, price, laterPrice, rate, laterRate);
            return new GainSplit(split.price(), split.currency(), split.cross());
        }
    }

    /** Units after the last booking; negative when sold short. */
    double units() {
        return units;
    }

    /** What all units that went have gained. */
    GainSplit closed() {
        return closed;
    }

    void split(double ratio) {
        if (ratio != 1) {
            var changed = lots.stream()
                    .map(lot -> new Lot(lot.units * ratio, lot.price / ratio, lot.rate))
                    .toList();
            lots.clear();
            lots.addAll(changed);
            units *= ratio;
        }
    }

    /** Units that came (positive) or went (negative) at a price: first they close what is open the other way. */
    void move(double moved, double price, double rate) {
        var left = moved;
        while (left != 0 && !lots.isEmpty() && Math.signum(lots.getFirst().units) != Math.signum(left)) {
            var lot = lots.removeFirst();
            var part = Math.signum(lot.units) * Math.min(Math.abs(lot.units), Math.abs(left));
            closed = closed.plus(lot.to(part, price, rate));
            if (Math.abs(lot.units - part) > NOISE * Math.abs(lot.units)) {
                lots.addFirst(new Lot(lot.units - part, lot.price, lot.rate));
            }
            left = Math.abs(left + part) <= NOISE * Math.abs(moved) ? 0 : left + part;
        }
        if (left != 0) {
            lots.addLast(new Lot(left, price, rate));
        }
        units = lots.isEmpty() ? 0 : units + moved;
    }

    /**
     * Capital that came back: it lowers the price the units came at, and what exceeds that is gain. Money that was paid
     * without units, or came for none, is gain or loss of its day.
     */
    void returned(double money, double rate) {
        if (units == 0 || money / units < 0) {
            closed = closed.plus(new GainSplit(money * rate, 0, 0));
            return;
        }
        var perUnit = money / units;
        var changed = new ArrayDeque<Lot>(lots.size());
        for (var lot : lots) {
            var capital = Math.min(perUnit, lot.price);
            closed = closed.plus(new Lot(lot.units, capital, lot.rate).to(lot.units, capital, rate))
                    .plus(new Lot(lot.units, 0, lot.rate).to(lot.units, perUnit - capital, rate));
            changed.addLast(new Lot(lot.units, lot.price - capital, lot.rate));
        }
        lots.clear();
        lots.addAll(changed);
    }

    /** Everything gained, with what is still there valued at a price. */
    GainSplit valuedAt(double price, double rate) {
        var all = closed;
        for (var lot : lots) {
            all = all.plus(lot.to(lot.units, price, rate));
        }
        return all;
    }
}
