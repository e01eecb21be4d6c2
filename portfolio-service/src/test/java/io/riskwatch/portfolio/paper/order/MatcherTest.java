package io.riskwatch.portfolio.paper.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of one order and its ticks. Spread 4 and slippage 0 basis points: a purchase pays 0.02 % more, a sale gets 0.02 % less. */
class MatcherTest {

    private static final Instant ENTRY = Instant.parse("2026-11-30T10:00:00Z");
    private static final Matcher.Rules RULES = new Matcher.Rules(BigDecimal.ONE, 2);
    private static final FeeSchedule FEES = new FeeSchedule(decimal("0.005"), decimal("0.0001"), decimal("1"));
    private static final FillModel MODEL =
            new FillModel(decimal("4"), decimal("0.5"), BigDecimal.ZERO, decimal("1000000"), decimal("0.01"), 1);

    private final Matcher matcher = new Matcher(MODEL, FEES);
    private final List<Fill> fills = new ArrayList<>();
    private int seconds;

    @Test
    void aMarketOrderTradesAtTheNextTickAndNotAtTheOneKnownWhenItWasEntered() {
        Order order = accepted(OrderTerms.market(Side.BUY, decimal("10")));

        assertThat(matcher.onTick(order, new PriceTick(decimal("99"), ENTRY), RULES, Matcher.Funds.UNCHECKED))
                .isInstanceOf(Outcome.Unchanged.class);
        Order after = ticks(order, "100");

        assertThat(after.state()).isEqualTo(OrderState.FILLED);
        assertThat(fills.getFirst().price()).isEqualByComparingTo("100.02");
        assertThat(fills.getFirst().fee()).isEqualByComparingTo("1.00");
    }

    @Test
    void aSaleGetsLessThanTheTickSays() {
        ticks(accepted(OrderTerms.market(Side.SELL, decimal("10"))), "100");

        assertThat(fills.getFirst().price()).isEqualByComparingTo("99.98");
    }

    @Test
    void theSlippageOfATickIsTheSameForEverybodyAndNeverMoreThanStated() {
        FillModel slipping =
                new FillModel(BigDecimal.ZERO, BigDecimal.ZERO, decimal("10"), decimal("1000000"), decimal("0.01"), 1);
        List<BigDecimal> prices = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Order order = Order.entered(
                            new UUID(i, 9),
                            "ORBX",
                            OrderTerms.market(Side.BUY, BigDecimal.ONE),
                            Watch.from(ENTRY, null, null))
                    .accepted();
            PriceTick tick = new PriceTick(decimal("100"), ENTRY.plusSeconds(i));
            prices.add(slipping.price(order, tick));
            assertThat(slipping.price(order, tick)).isEqualTo(prices.getLast());
        }

        assertThat(prices)
                .allMatch(price -> price.compareTo(decimal("100")) >= 0 && price.compareTo(decimal("100.1")) <= 0);
        assertThat(prices.stream().distinct().count()).isGreaterThan(150);
    }

    @ParameterizedTest
    @CsvSource({"BUY,100,100.01,false", "BUY,100,100,true", "SELL,100,99.99,false", "SELL,100,100,true"})
    void aLimitOrderTradesWhenThePriceReachesTheLimitAndNeverBeyondIt(
            Side side, BigDecimal limit, String price, boolean trades) {
        Order after = ticks(accepted(terms(OrderType.LIMIT, side, limit, null)), price);

        assertThat(after.state()).isEqualTo(trades ? OrderState.FILLED : OrderState.ACCEPTED);
        fills.forEach(fill -> assertThat(fill.price()).isEqualByComparingTo(limit));
    }

    @Test
    void aStopSellsAtTheTickAfterTheOneThatSetItOffHoweverDeepThePriceIs() {
        Order order = accepted(terms(OrderType.STOP, Side.SELL, null, decimal("95")));

        order = ticks(order, "96", "95");
        assertThat(order.watch().triggered()).isTrue();
        assertThat(fills).isEmpty();
        order = ticks(order, "90");

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(fills.getFirst().tickPrice()).isEqualByComparingTo("90");
    }

    @Test
    void aStopLimitThatIsSetOffWaitsForItsLimit() {
        Order order = accepted(terms(OrderType.STOP_LIMIT, Side.BUY, decimal("106"), decimal("105")));

        order = ticks(order, "104", "105", "107");
        assertThat(order.state()).isEqualTo(OrderState.ACCEPTED);
        order = ticks(order, "105.50");

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(fills.getFirst().price()).isLessThanOrEqualTo(decimal("106"));
    }

    @Test
    void aTrailingStopFollowsFavourableMovesOnly() {
        Order order = accepted(new OrderTerms(
                OrderType.TRAILING_STOP, Side.SELL, decimal("10"), null, null, null, decimal("0.1"), TimeInForce.GTC));

        order = ticks(order, "100");
        assertThat(order.stop().orElseThrow()).isEqualByComparingTo("90");
        order = ticks(order, "120");
        assertThat(order.stop().orElseThrow()).isEqualByComparingTo("108");
        order = ticks(order, "110", "109");
        assertThat(order.stop().orElseThrow()).isEqualByComparingTo("108");
        order = ticks(order, "108", "107");

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(fills.getFirst().tickPrice()).isEqualByComparingTo("107");
    }

    @Test
    void aTrailingPurchaseFollowsThePriceDownByItsAmount() {
        Order order = accepted(new OrderTerms(
                OrderType.TRAILING_STOP, Side.BUY, decimal("10"), null, null, decimal("5"), null, TimeInForce.GTC));

        order = ticks(order, "100", "80", "84");
        assertThat(order.stop().orElseThrow()).isEqualByComparingTo("85");
        assertThat(fills).isEmpty();
        assertThat(ticks(order, "85", "85").state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void aLargeOrderTakesSeveralTicksAndPaysTheFeeOfTheWholeOnce() {
        Order order = accepted(OrderTerms.market(Side.BUY, decimal("250")));

        order = ticks(order, "100");
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(order.progress().quantity()).isEqualByComparingTo("99"); // 10,000 a tick at 100.02
        order = ticks(order, "100", "100");

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(fills).extracting(fill -> fill.quantity().intValueExact()).containsExactly(99, 99, 52);
        assertThat(order.progress().fees()) // 0.005 x 250 + 0.0001 x 25,005
                .isEqualByComparingTo("3.75");
    }

    @Test
    void whatCostsMoreThanATicksVolumeTradesOneLotATick() {
        Order order = ticks(accepted(OrderTerms.market(Side.BUY, decimal("2"))), "50000");

        assertThat(order.progress().quantity()).isEqualByComparingTo("1");
    }

    @Test
    void aDayOrderIsOverAtTheCloseWithWhatHasTraded() {
        Instant close = ENTRY.plusSeconds(2);
        Order order = Order.entered(
                        new UUID(1, 1),
                        "ORBX",
                        OrderTerms.market(Side.BUY, decimal("250")),
                        Watch.from(ENTRY, close, null))
                .accepted();

        order = ticks(order, "100", "100");

        assertThat(order.state()).isEqualTo(OrderState.EXPIRED);
        assertThat(order.progress().quantity()).isEqualByComparingTo("99");
        assertThat(order.reason()).isNotNull();
    }

    @Test
    void whatTheAccountCannotCarryIsRejectedAndTheRestOfWhatHasTradedCancelled() {
        Matcher.Funds none = (order, fill) ->
                Optional.of(Reason.of(Reason.Code.INSUFFICIENT_BUYING_POWER, "quantity", "There is no money."));
        Order order = accepted(OrderTerms.market(Side.BUY, decimal("250")));
        Order traded = ticks(order, "100");

        assertThat(ended(order, none)).isEqualTo(OrderState.REJECTED);
        assertThat(ended(traded, none)).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aReplacedOrderKeepsWhatHasTradedAndNoSmallerQuantityIsTaken() {
        Order traded = ticks(accepted(OrderTerms.market(Side.BUY, decimal("250"))), "100");

        assertThat(traded.replaced(OrderTerms.market(Side.BUY, decimal("120")), traded.watch())
                        .remaining())
                .isEqualByComparingTo("21");
        assertThatThrownBy(() -> traded.replaced(OrderTerms.market(Side.BUY, decimal("99")), traded.watch()))
                .isInstanceOf(TermsRefused.class)
                .hasMessage("is more than what has traded already, 99, was 99");
        assertThatThrownBy(() -> traded.replaced(OrderTerms.market(Side.SELL, decimal("250")), traded.watch()))
                .isInstanceOf(TermsRefused.class);
    }

    @Test
    void nothingChangesAnOrderThatIsOver() {
        Order over = ticks(accepted(OrderTerms.market(Side.BUY, decimal("1"))), "100");
        Reason owner = Reason.of(Reason.Code.OWNER, "Taken back.");

        assertThatThrownBy(() -> over.cancelled(owner)).isInstanceOf(OrderClosed.class);
        assertThatThrownBy(over::expired).isInstanceOf(OrderClosed.class);
        assertThatThrownBy(() -> over.replaced(OrderTerms.market(Side.BUY, decimal("2")), over.watch()))
                .isInstanceOf(OrderClosed.class);
        assertThat(ticks(over, "100")).isSameAs(over);
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT,,,,,limitPrice",
        "MARKET,5,,,,limitPrice",
        "STOP,,,,,stopPrice",
        "STOP_LIMIT,5,,,,stopPrice",
        "TRAILING_STOP,,,,,trailAmount",
        "TRAILING_STOP,,,1,0.1,trailAmount",
        "TRAILING_STOP,,,,1.5,trailFraction",
        "LIMIT,-5,,,,limitPrice",
        "MARKET,,,,0.1,trailFraction"
    })
    void termsThatContradictThemselvesAreRefusedByField(
            OrderType type, BigDecimal limit, BigDecimal stop, BigDecimal amount, BigDecimal fraction, String field) {
        assertThatThrownBy(() ->
                        new OrderTerms(type, Side.BUY, BigDecimal.TEN, limit, stop, amount, fraction, TimeInForce.DAY))
                .isInstanceOfSatisfying(
                        TermsRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private OrderState ended(Order order, Matcher.Funds funds) {
        PriceTick tick = new PriceTick(decimal("100"), ENTRY.plusSeconds(60));
        return ((Outcome.Ended) matcher.onTick(order, tick, RULES, funds))
                .after()
                .state();
    }

    /** The order after ticks of a second each. */
    private Order ticks(Order order, String... prices) {
        Order now = order;
        for (String price : prices) {
            PriceTick tick = new PriceTick(decimal(price), ENTRY.plusSeconds(++seconds));
            now = switch (matcher.onTick(now, tick, RULES, Matcher.Funds.UNCHECKED)) {
                case Outcome.Unchanged() -> now;
                case Outcome.Followed(Order after) -> after;
                case Outcome.Triggered(Order after) -> after;
                case Outcome.Ended(Order after) -> after;
                case Outcome.Traded(Order after, Fill fill) -> {
                    fills.add(fill);
                    yield after;
                }
            };
        }
        return now;
    }

    private static Order accepted(OrderTerms terms) {
        return Order.entered(new UUID(1, 1), "ORBX", terms, Watch.from(ENTRY, null, null))
                .accepted();
    }

    private static OrderTerms terms(OrderType type, Side side, BigDecimal limit, BigDecimal stop) {
        return new OrderTerms(type, side, decimal("10"), limit, stop, null, null, TimeInForce.GTC);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
