package io.riskwatch.quant.backtest;

import io.riskwatch.quant.UndefinedMeasureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a rule's decisions: keeps the cash, the position and the list of trades. */
final class RuleBroker {
    private final RuleBacktest.Settings settings;
    private final List<Trade> trades = new ArrayList<>();
    private double cash;
    private Position held = Position.FLAT;
    private double units;
    private double entryPrice;
    private double entryCommission;
    private int entryBar;
    private int barsHeld;

    RuleBroker(RuleBacktest.Settings settings) {
        this.settings = settings;
        this.cash = settings.capital();
    }

    /** Brings the position to what is wanted at this open; does nothing if it is held already. */
    void hold(Position wanted, int bar, double openPrice) {
        if (wanted == held) {
            return;
        }
        if (units != 0) {
            leave(bar, openPrice);
        }
        held = wanted;
        if (wanted != Position.FLAT) {
            requireMoney(cash, bar);
            enter(wanted, bar, openPrice);
        }
    }

    private void leave(int bar, double openPrice) {
        double price = settings.costs().fill(openPrice, -units);
        double commission = settings.costs().commissionRate() * Math.abs(units) * price;
        cash += units * price - commission;
        trades.add(new Trade(entryBar, bar, units, entryPrice, price, entryCommission + commission));
        units = 0;
    }

    private void enter(Position wanted, int bar, double openPrice) {
        entryBar = bar;
        entryPrice = settings.costs().fill(openPrice, wanted.sign());
        double affordable = cash / (entryPrice * (1 + settings.costs().commissionRate()));
        if (settings.units() == RuleBacktest.Units.WHOLE) {
            affordable = Math.floor(affordable);
        }
        units = wanted.sign() * affordable;
        entryCommission = settings.costs().commissionRate() * affordable * entryPrice;
        cash -= units * entryPrice + entryCommission;
    }

    /** Value of cash and position at this close. */
    double equity(int bar, double closePrice) {
        barsHeld += units == 0 ? 0 : 1;
        double equity = cash + units * closePrice;
        requireMoney(equity, bar);
        return equity;
    }

    private static void requireMoney(double equity, int bar) {
        if (!(equity > 0)) {
            throw new UndefinedMeasureException(
                    "backtest has no value: the position had lost the whole equity by bar " + bar);
        }
    }

    List<Trade> trades() {
        return List.copyOf(trades);
    }

    int barsHeld() {
        return barsHeld;
    }

    Optional<RuleBacktest.OpenPosition> open(double lastClose) {
        return units == 0
                ? Optional.empty()
                : Optional.of(new RuleBacktest.OpenPosition(
                        entryBar, units, entryPrice, units * (lastClose - entryPrice) - entryCommission));
    }
}
