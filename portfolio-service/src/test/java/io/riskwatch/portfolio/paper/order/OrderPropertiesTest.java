package io.riskwatch.portfolio.paper.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What holds whatever is ordered, changed, taken back and told twice, and however prices go. */
class OrderPropertiesTest {

    private static final List<String> SYMBOLS = List.of("ORBX", "QNTL", "TWIN");
    private static final int STEPS = 150;

    /** A command or a tick, which may come again later. */
    private interface Event {
        void happen(PaperWorld world);
    }

    @Property(tries = 400)
    void cashAndPositionsAreTheFoldOfTheFills(@ForAll long seed) {
        PaperWorld world = played(seed);

        BigDecimal cash = PaperWorld.CASH;
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (PaperWorld.Executed each : world.executed) {
            Fill fill = each.fill();
            BigDecimal signed =
                    fill.side() == Side.BUY ? fill.quantity() : fill.quantity().negate();
            cash = cash.subtract(signed.multiply(fill.price())).subtract(fill.fee());
            quantities.merge(each.symbol(), signed, BigDecimal::add);
        }
        assertThat(world.account.cash()).isEqualByComparingTo(cash);
        SYMBOLS.forEach(symbol -> assertThat(world.account.quantity(symbol))
                .isEqualByComparingTo(quantities.getOrDefault(symbol, BigDecimal.ZERO)));
        world.orders
                .values()
                .forEach(order -> assertThat(order.progress().fills()).isEqualTo((int) world.executed.stream()
                        .filter(each -> each.order().equals(order.id()))
                        .count()));
        Statistics.label("fills").collect(Math.min(world.executed.size() / 10 * 10, 60));
    }

    @Property(tries = 400)
    void noOrderTradesMoreThanWasOrderedNorTwiceAtOneTickNorAtATickKnownBefore(@ForAll long seed) {
        PaperWorld world = played(seed);

        Set<String> seen = new HashSet<>();
        Map<UUID, BigDecimal> traded = new HashMap<>();
        for (PaperWorld.Executed each : world.executed) {
            assertThat(seen.add(each.order() + "@" + each.fill().at())).isTrue();
            assertThat(each.fill().at()).isAfter(each.before().watch().after());
            traded.merge(each.order(), each.fill().quantity(), BigDecimal::add);
            assertThat(each.fill().quantity())
                    .isPositive()
                    .isLessThanOrEqualTo(PaperWorld.MODEL.liquidity(each.fill().price(), PaperWorld.RULES.lotSize()));
        }
        world.orders.values().forEach(order -> {
            BigDecimal quantity = traded.getOrDefault(order.id(), BigDecimal.ZERO);
            assertThat(order.progress().quantity()).isEqualByComparingTo(quantity);
            assertThat(quantity).isLessThanOrEqualTo(order.terms().quantity());
            assertThat(order.state() == OrderState.FILLED)
                    .isEqualTo(quantity.compareTo(order.terms().quantity()) == 0);
        });
    }

    @Property(tries = 400)
    void noStateLeadsOutOfAFinalOneAndEveryStepIsOneOfTheMachine(@ForAll long seed) {
        PaperWorld world = played(seed);

        Map<OrderState, Set<OrderState>> machine = Map.of(
                OrderState.NEW, EnumSet.of(OrderState.ACCEPTED, OrderState.REJECTED),
                OrderState.ACCEPTED, EnumSet.complementOf(EnumSet.of(OrderState.NEW)),
                OrderState.PARTIALLY_FILLED,
                        EnumSet.of(
                                OrderState.PARTIALLY_FILLED,
                                OrderState.FILLED,
                                OrderState.CANCELLED,
                                OrderState.EXPIRED));
        for (List<OrderState> step : world.steps) {
            assertThat(machine).containsKey(step.getFirst());
            assertThat(machine.get(step.getFirst())).contains(step.getLast());
        }
        world.orders.values().forEach(order -> Statistics.label("states").collect(order.state()));
    }

    @Property(tries = 400)
    void noLimitIsPassedAndNoFeeIsNegativeAndAnOrdersFeesAreThoseOfTheWhole(@ForAll long seed) {
        PaperWorld world = played(seed);

        for (PaperWorld.Executed each : world.executed) {
            BigDecimal price = each.fill().price();
            each.limit()
                    .ifPresent(limit -> assertThat(
                                    each.fill().side() == Side.BUY
                                            ? price.compareTo(limit) <= 0
                                            : price.compareTo(limit) >= 0)
                            .isTrue());
            if (each.limit().isEmpty()) {
                BigDecimal worse = each.fill().side() == Side.BUY
                        ? price.subtract(each.fill().tickPrice())
                        : each.fill().tickPrice().subtract(price);
                assertThat(worse).isNotNegative();
            }
            assertThat(each.fill().fee()).isNotNegative();
        }
        world.orders.values().stream()
                .filter(order -> order.progress().fills() > 0)
                .forEach(order -> assertThat(order.progress().fees())
                        .isEqualByComparingTo(PaperWorld.FEES.of(
                                order.progress().quantity(), order.progress().value(), 2)));
    }

    @Property(tries = 400)
    void whatIsOpenedLeavesAtLeastTheInitialMarginAndWhatIsSoldWasHeld(@ForAll long seed) {
        Random random = new Random(seed);
        PaperWorld world = opened();
        for (int i = 0; i < STEPS; i++) {
            int before = world.executed.size();
            TradingAccount marked = world.marked();
            event(random, world).happen(world);
            for (PaperWorld.Executed each : world.executed.subList(before, world.executed.size())) {
                if (each.fill().side() == Side.SELL) {
                    assertThat(marked.quantity(each.symbol()).add(bought(world, before, each)))
                            .isGreaterThanOrEqualTo(each.fill().quantity());
                }
            }
            boolean openedOnly = world.executed.size() == before + 1
                    && world.executed.getLast().fill().side() != Side.SELL
                    && marked.quantity(world.executed.getLast().symbol()).signum() >= 0
                    && world.executed.getLast().fill().side() == Side.BUY;
            if (openedOnly) {
                assertThat(world.marked().excess(TradingAccount.Claims.NONE)).isNotNegative();
                Statistics.label("opened").collect("a purchase that left the initial margin");
            }
        }
    }

    /** What the fills of this step before that one changed of its symbol. */
    private static BigDecimal bought(PaperWorld world, int from, PaperWorld.Executed until) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PaperWorld.Executed each : world.executed.subList(from, world.executed.indexOf(until))) {
            if (each.symbol().equals(until.symbol())) {
                sum = sum.add(
                        each.fill().side() == Side.BUY
                                ? each.fill().quantity()
                                : each.fill().quantity().negate());
            }
        }
        return sum;
    }

    private static PaperWorld played(long seed) {
        Random random = new Random(seed);
        PaperWorld world = opened();
        Event last = tick -> {};
        for (int i = 0; i < STEPS; i++) {
            Event next = event(random, world);
            next.happen(world);
            if (random.nextInt(4) == 0) {
                next.happen(world); // delivered twice
            }
            if (random.nextInt(10) == 0) {
                last.happen(world); // and out of order
            }
            last = next;
        }
        return world;
    }

    private static PaperWorld opened() {
        PaperWorld world = new PaperWorld();
        SYMBOLS.forEach(symbol -> world.tick(symbol, new PriceTick(new BigDecimal("100"), PaperWorld.START)));
        return world;
    }

    private static Event event(Random random, PaperWorld world) {
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        int kind = random.nextInt(10);
        if (kind < 6) {
            double move = Math.exp(random.nextGaussian() * 0.03);
            BigDecimal price = world.prices
                    .get(symbol)
                    .price()
                    .multiply(BigDecimal.valueOf(move))
                    .setScale(2, java.math.RoundingMode.HALF_UP)
                    .max(new BigDecimal("0.01"));
            PriceTick tick = new PriceTick(price, world.now.plusMillis(1 + random.nextInt(60_000)));
            return to -> to.tick(symbol, tick);
        }
        List<UUID> known = List.copyOf(world.orders.keySet());
        if (kind < 8 || known.isEmpty()) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            OrderTerms terms = terms(random, world.prices.get(symbol).price());
            Instant until =
                    terms.timeInForce() == TimeInForce.DAY ? world.now.plusSeconds(random.nextInt(1_200)) : null;
            return to -> to.place(id, symbol, terms, until);
        }
        UUID id = known.get(random.nextInt(known.size()));
        if (kind == 8) {
            return to -> to.cancel(id);
        }
        Order order = world.orders.get(id);
        OrderTerms drawn = terms(random, world.prices.get(order.symbol()).price());
        return to -> to.replace(
                id,
                drawn.type() == order.terms().type() ? with(drawn, order.terms().side()) : drawn);
    }

    private static OrderTerms with(OrderTerms terms, Side side) {
        return new OrderTerms(
                terms.type(),
                side,
                terms.quantity(),
                terms.limitPrice(),
                terms.stopPrice(),
                terms.trailAmount(),
                terms.trailFraction(),
                terms.timeInForce());
    }

    private static OrderTerms terms(Random random, BigDecimal price) {
        OrderType type = OrderType.values()[random.nextInt(OrderType.values().length)];
        boolean byAmount = random.nextBoolean();
        boolean trails = type == OrderType.TRAILING_STOP;
        return new OrderTerms(
                type,
                Side.values()[random.nextInt(3)],
                BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 30 : 600)),
                type.hasLimit() ? near(random, price) : null,
                type.hasStop() ? near(random, price) : null,
                trails && byAmount ? BigDecimal.valueOf(1 + random.nextInt(5)) : null,
                trails && !byAmount ? new BigDecimal("0.02") : null,
                TimeInForce.values()[random.nextInt(2)]);
    }

    private static BigDecimal near(Random random, BigDecimal price) {
        return price.multiply(BigDecimal.valueOf(0.95 + random.nextDouble() / 10))
                .setScale(2, java.math.RoundingMode.HALF_UP)
                .max(new BigDecimal("0.01"));
    }
}
