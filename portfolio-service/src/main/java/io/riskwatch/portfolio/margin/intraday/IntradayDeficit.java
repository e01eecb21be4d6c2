package io.riskwatch.portfolio.margin.intraday;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The intraday margin deficit of an account on one day: the largest shortfall of maintenance that stood right after a transaction
 * which lowered the account's level. It is met when what its owner did since, deposits and sales less purchases and withdrawals, has
 * raised the level by as much; what prices do to the level neither makes a deficit nor meets one. On its own day it is as a whole: who
 * met it and then lowers the level again has not. On later days a deficit that was met stays so, for every day has its own.
 *
 * <p>Source: FINRA Rule 4210(d)(2) as Regulatory Notice 26-10 of 2026-04-20 sums it up.
 *
 * @param amount above 0, in the account's currency
 * @param at when the transaction was seen that left it
 * @param equity right after that transaction; by it a deficit is small or not
 * @param raised by how much transactions have raised the level since; negative when they lowered it
 * @param metAt when they had raised it by the amount; absent as long as they have not
 */
public record IntradayDeficit(
        LocalDate day,
        BigDecimal amount,
        Instant at,
        BigDecimal equity,
        BigDecimal raised,
        @Nullable Instant metAt) {

    public IntradayDeficit {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a deficit is above 0, was " + amount);
        }
    }

    /**
     * A transaction, at the prices of its moment before and after.
     *
     * @param before the account's level without it: equity less maintenance requirement, negative when that is not met
     * @param after the level with it
     * @param equity with it
     */
    public record Move(Instant at, BigDecimal before, BigDecimal after, BigDecimal equity) {

        public boolean lowered() {
            return after.compareTo(before) < 0;
        }

        BigDecimal change() {
            return after.subtract(before);
        }

        private boolean leaves(BigDecimal moreThan) {
            return lowered() && after.negate().compareTo(moreThan) > 0;
        }
    }

    /** The deficit of a day of which this is the first transaction; empty when it leaves none. */
    public static Optional<IntradayDeficit> of(LocalDate day, Move move) {
        return move.leaves(BigDecimal.ZERO) ? Optional.of(left(day, move)) : Optional.empty();
    }

    private static IntradayDeficit left(LocalDate day, Move move) {
        return new IntradayDeficit(day, move.after().negate(), move.at(), move.equity(), BigDecimal.ZERO, null);
    }

    /**
     * After one more transaction.
     *
     * @param on the day it was made
     */
    public IntradayDeficit after(Move move, LocalDate on) {
        var ended = on.isAfter(day);
        if (ended && metAt != null) {
            return this;
        }
        if (!ended && move.leaves(amount)) {
            return left(day, move);
        }
        var all = raised.add(move.change());
        return new IntradayDeficit(day, amount, at, equity, all, met(all) ? metAt == null ? move.at() : metAt : null);
    }

    private boolean met(BigDecimal by) {
        return by.compareTo(amount) >= 0;
    }

    /** What is still to be deposited or sold off; 0 when it is met, never more than it was unless the level was lowered since. */
    public BigDecimal remaining() {
        return metAt == null ? amount.subtract(raised) : BigDecimal.ZERO;
    }
}
