package io.riskwatch.portfolio.allocation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The way from what is held to what is wanted, in whole shares. A bucket is bought and sold in the proportions in which it
 * is held; purchases are paid from sales and cash above its own target, so that cash is never overdrawn by them. Nothing is ever
 * sold short: where more is owed than owned, units are bought back, and where less is, what is owed is left alone.
 *
 * @param buckets wanted and held, the largest drift first
 * @param trades sales first
 * @param cashAfter what is left as money when every trade is done at today's prices
 * @param unassigned money meant for buckets in which nothing is held, so that nobody can say what to buy
 */
public record Rebalancing(
        List<Bucket> buckets, List<Trade> trades, BigDecimal cashAfter, Map<String, BigDecimal> unassigned) {

    /** A drift counts from five points, or a quarter of the target where that is less. */
    private static final BigDecimal ABSOLUTE_BAND = new BigDecimal("0.05");

    private static final BigDecimal RELATIVE_BAND = new BigDecimal("0.25");

    public Rebalancing {
        buckets = List.copyOf(buckets);
        trades = List.copyOf(trades);
        unassigned = Map.copyOf(unassigned);
    }

    /**
     * A bucket between target and reality, as fractions of the total.
     *
     * @param drift held less wanted
     * @param outOfBand whether the 5/25 rule says that it is time
     */
    public record Bucket(String key, BigDecimal target, BigDecimal held, BigDecimal drift, boolean outOfBand) {}

    /**
     * A trade at today's price.
     *
     * @param shares whole ones, negative of a sale
     * @param value in the base currency, negative of a sale
     */
    public record Trade(String symbol, String bucket, BigDecimal shares, BigDecimal value) {}

    /** From the allocation to target weights that add up to 1; what is not named has the target 0. */
    static Rebalancing of(Allocation allocation, Map<String, BigDecimal> targets) {
        var sales = new ArrayList<Trade>();
        var wishes = new ArrayList<Trade>();
        var unassigned = new TreeMap<String, BigDecimal>();
        var held = held(allocation);
        var cashKey = Dimension.CASH;
        var keys = new TreeSet<>(held.keySet());
        keys.addAll(targets.keySet());
        for (var key : keys) {
            var wanted = targets.getOrDefault(key, BigDecimal.ZERO).multiply(allocation.total());
            var members = allocation.positions().stream()
                    .filter(position -> position.bucket().equals(key))
                    .toList();
            var ownable = members.stream()
                    .anyMatch(member ->
                            member.quantity().signum() >= 0 || member.symbol().equals(key));
            if (!ownable && !key.equals(cashKey) && wanted.signum() > 0) {
                unassigned.put(key, wanted);
            }
            trade(members, wanted, sales, wishes);
        }
        var money = allocation
                .cash()
                .subtract(sum(sales))
                .subtract(targets.getOrDefault(cashKey, BigDecimal.ZERO).multiply(allocation.total()))
                .subtract(unassigned.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        var purchases = afford(wishes, money);
        var trades = new ArrayList<>(sales);
        trades.addAll(purchases);
        return new Rebalancing(
                buckets(allocation, targets, held, keys),
                trades,
                allocation.cash().subtract(sum(trades)),
                unassigned);
    }

    private static Map<String, BigDecimal> held(Allocation allocation) {
        var held = new TreeMap<String, BigDecimal>();
        allocation.slices().forEach(slice -> held.put(slice.key(), slice.value()));
        return held;
    }

    private static void trade(
            List<Allocation.Placed> members, BigDecimal wanted, List<Trade> sales, List<Trade> wishes) {
        var value = members.stream().map(Allocation.Placed::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var heavier = value.signum() < 0 ? -1 : 1;
        var side = members.stream()
                .filter(member -> member.quantity().signum() == heavier)
                .toList();
        var weight = side.stream().map(Allocation.Placed::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var goal = weight.add(wanted).subtract(value);
        for (var member : side) {
            var excess = member.value().subtract(goal.multiply(member.value()).divide(weight, MathContext.DECIMAL64));
            var shares =
                    excess.abs().divide(member.unit(), 0, RoundingMode.DOWN).min(most(member, excess));
            if (shares.signum() > 0) {
                var signed = excess.signum() > 0 ? shares.negate() : shares;
                (excess.signum() > 0 ? sales : wishes)
                        .add(new Trade(member.symbol(), member.bucket(), signed, signed.multiply(member.unit())));
            }
        }
    }

    /** No more is sold than is held, and no more bought back than is owed unless the security itself is wanted. */
    private static BigDecimal most(Allocation.Placed member, BigDecimal excess) {
        var owed = member.quantity().signum() < 0 && !member.symbol().equals(member.bucket());
        return excess.signum() > 0 || owed
                ? member.quantity().abs().setScale(0, RoundingMode.DOWN)
                : excess.abs().max(BigDecimal.TEN.pow(12));
    }

    /** The largest purchases first, each as far as the money reaches. */
    private static List<Trade> afford(List<Trade> wishes, BigDecimal money) {
        var bought = new ArrayList<Trade>();
        var left = money;
        var ordered = wishes.stream()
                .sorted(Comparator.comparing(Trade::value).reversed().thenComparing(Trade::symbol))
                .toList();
        for (var wish : ordered) {
            var unit = wish.value().divide(wish.shares(), MathContext.DECIMAL64);
            var shares = wish.shares().min(left.max(BigDecimal.ZERO).divide(unit, 0, RoundingMode.DOWN));
            if (shares.signum() > 0) {
                var trade = new Trade(wish.symbol(), wish.bucket(), shares, shares.multiply(unit));
                bought.add(trade);
                left = left.subtract(trade.value());
            }
        }
        return bought;
    }

    private static BigDecimal sum(List<Trade> trades) {
        return trades.stream().map(Trade::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Bucket> buckets(
            Allocation allocation,
            Map<String, BigDecimal> targets,
            Map<String, BigDecimal> held,
            TreeSet<String> keys) {
        if (allocation.total().signum() == 0) {
            return List.of();
        }
        return keys.stream()
                .map(key -> bucket(
                        key,
                        targets.getOrDefault(key, BigDecimal.ZERO),
                        held.getOrDefault(key, BigDecimal.ZERO).divide(allocation.total(), MathContext.DECIMAL64)))
                .sorted(Comparator.comparing((Bucket bucket) -> bucket.drift().abs())
                        .reversed()
                        .thenComparing(Bucket::key))
                .toList();
    }

    private static Bucket bucket(String key, BigDecimal target, BigDecimal held) {
        var drift = held.subtract(target);
        var band = target.signum() == 0 ? ABSOLUTE_BAND : ABSOLUTE_BAND.min(target.multiply(RELATIVE_BAND));
        return new Bucket(key, target, held, drift, drift.abs().compareTo(band) > 0);
    }
}
