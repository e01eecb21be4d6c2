package io.riskwatch.portfolio.paper.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What the market makes of an order when a tick reaches it. A tick is one price, so that the spread is an assumption: an order pays
 * {@code spreadShare} of it, and a part of {@code slippageBasisPoints} that follows from order, tick and seed alone, so that
 * everybody who computes it comes to the same price.
 *
 * @param spreadBasisPoints the assumed distance of bid and ask, in 1/10,000 of the price
 * @param spreadShare what an order pays of it, 0.5 from the middle
 * @param slippageBasisPoints at most, in 1/10,000 of the price; evenly spread between 0 and this
 * @param notionalDailyVolume what is assumed to trade of every instrument a day, in its currency
 * @param sharePerTick of that volume an order fills at most at one tick, but always one lot
 */
public record FillModel(
        BigDecimal spreadBasisPoints,
        BigDecimal spreadShare,
        BigDecimal slippageBasisPoints,
        BigDecimal notionalDailyVolume,
        BigDecimal sharePerTick,
        long seed) {

    private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);
    private static final int DECIMALS = 4;
    private static final int DECIMALS_BELOW_ONE = 6;
    private static final int DRAWN_BITS = 20;

    public FillModel {
        if (spreadBasisPoints.signum() < 0 || spreadShare.signum() < 0 || slippageBasisPoints.signum() < 0) {
            throw new IllegalArgumentException("spread and slippage are not negative");
        }
        if (spreadBasisPoints.multiply(spreadShare).add(slippageBasisPoints).compareTo(BASIS_POINTS) >= 0) {
            throw new IllegalArgumentException("spread and slippage together are less than the price");
        }
        if (notionalDailyVolume.signum() <= 0 || sharePerTick.signum() <= 0) {
            throw new IllegalArgumentException("volume and share are above zero");
        }
    }

    /** The price an order trades at, rounded against it; a limit is never passed. */
    BigDecimal price(Order order, PriceTick tick) {
        BigDecimal against = spreadBasisPoints
                .multiply(spreadShare)
                .add(slippageBasisPoints.multiply(drawn(order.id(), tick.asOf())))
                .divide(BASIS_POINTS);
        boolean buys = order.terms().side().isBuy();
        BigDecimal factor = buys ? BigDecimal.ONE.add(against) : BigDecimal.ONE.subtract(against);
        int decimals = tick.price().compareTo(BigDecimal.ONE) < 0 ? DECIMALS_BELOW_ONE : DECIMALS;
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal price = tick.price()
                .multiply(factor)
                .setScale(decimals, buys ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .max(step);
        return order.allows(price)
                ? price
                : Objects.requireNonNull(order.terms().limitPrice());
    }

    /** The worst price of an order that trades at this price's level: what is reckoned with when it is entered. */
    public BigDecimal worst(Side side, BigDecimal price) {
        BigDecimal against =
                spreadBasisPoints.multiply(spreadShare).add(slippageBasisPoints).divide(BASIS_POINTS);
        return price.multiply(side.isBuy() ? BigDecimal.ONE.add(against) : BigDecimal.ONE.subtract(against));
    }

    /** How many units one tick fills at most: whole lots, at least one. */
    BigDecimal liquidity(BigDecimal price, BigDecimal lotSize) {
        BigDecimal lots = notionalDailyVolume
                .multiply(sharePerTick)
                .divide(price.multiply(lotSize), 0, RoundingMode.FLOOR)
                .max(BigDecimal.ONE);
        return lots.multiply(lotSize);
    }

    /** Evenly between 0 and 1, the same for the same order, tick and seed (SplitMix64's finish). */
    private BigDecimal drawn(UUID order, Instant tick) {
        long mixed = order.getMostSignificantBits() * 31 + order.getLeastSignificantBits();
        mixed = mixed * 31 + tick.getEpochSecond();
        mixed = mixed * 31 + tick.getNano();
        mixed += seed + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return BigDecimal.valueOf(mixed >>> (Long.SIZE - DRAWN_BITS)).divide(BigDecimal.valueOf(1L << DRAWN_BITS));
    }
}
