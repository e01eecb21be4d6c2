package io.riskwatch.portfolio.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebalancingTest {

    @Test
    void theWayBackIsInWholeSharesAndWhatIsLeftOverIsStated() {
        // 80 x 100 of A, 10 x 100 of B, 1,000 of cash: 10,000; wanted 60/35/5
        var rebalancing = Rebalancing.of(
                allocation(placed("A", "EQUITY", "80", "8000"), placed("B", "BOND", "10", "1000"), "1000"),
                Map.of("EQUITY", decimal("0.60"), "BOND", decimal("0.35"), "CASH", decimal("0.05")));

        assertThat(rebalancing.trades())
                .containsExactly(
                        new Rebalancing.Trade("A", "EQUITY", decimal("-20"), decimal("-2000")),
                        new Rebalancing.Trade("B", "BOND", decimal("25"), decimal("2500")));
        assertThat(rebalancing.cashAfter()).isEqualByComparingTo("500");
        assertThat(rebalancing.buckets().getFirst().key()).isEqualTo("BOND");
        assertThat(rebalancing.buckets().getFirst().drift()).isEqualByComparingTo("-0.25");
    }

    @Test
    void aShareThatDoesNotFitStaysMoney() {
        // 130 a share: 1,000 buys seven, 90 are left
        var rebalancing = Rebalancing.of(
                allocation(placed("A", "EQUITY", "10", "1300"), null, "1000"), Map.of("EQUITY", BigDecimal.ONE));

        assertThat(rebalancing.trades())
                .containsExactly(new Rebalancing.Trade("A", "EQUITY", decimal("7"), decimal("910")));
        assertThat(rebalancing.cashAfter()).isEqualByComparingTo("90");
    }

    @Test
    void purchasesNeverOverdrawCash() {
        // everything is in A; half of it is wanted as money and half in B, of which nothing is held
        var rebalancing = Rebalancing.of(
                allocation(placed("A", "EQUITY", "10", "1000"), null, "0"),
                Map.of("BOND", decimal("0.5"), "CASH", decimal("0.5")));

        assertThat(rebalancing.trades())
                .containsExactly(new Rebalancing.Trade("A", "EQUITY", decimal("-10"), decimal("-1000")));
        assertThat(rebalancing.cashAfter()).isEqualByComparingTo("1000");
        assertThat(rebalancing.unassigned()).containsOnlyKeys("BOND");
        assertThat(rebalancing.unassigned().get("BOND")).isEqualByComparingTo("500");
    }

    @Test
    void aLoanIsRepaidBeforeAnythingIsBought() {
        var rebalancing = Rebalancing.of(
                allocation(placed("A", "EQUITY", "10", "1000"), placed("B", "BOND", "1", "100"), "-100"),
                Map.of("EQUITY", decimal("0.5"), "BOND", decimal("0.5")));

        assertThat(rebalancing.cashAfter()).isNotNegative();
        assertThat(rebalancing.trades().getFirst().shares()).isEqualByComparingTo("-5");
    }

    @Test
    void aDriftCountsFromFivePointsOrAQuarterOfTheTarget() {
        var buckets = Rebalancing.of(
                        allocation(placed("A", "EQUITY", "1", "8300"), placed("B", "BOND", "1", "700"), "1000"),
                        Map.of("EQUITY", decimal("0.80"), "BOND", decimal("0.10"), "CASH", decimal("0.10")))
                .buckets();

        assertThat(buckets)
                .extracting(Rebalancing.Bucket::key, Rebalancing.Bucket::outOfBand)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("EQUITY", false),
                        org.assertj.core.groups.Tuple.tuple("BOND", true),
                        org.assertj.core.groups.Tuple.tuple("CASH", false));
    }

    @Test
    void whatIsSoldShortAndNotWantedIsBoughtBack() {
        // 8,000 of A, 20 of S owed at 100 each, 4,000 of cash: 10,000; wanted 80 of A and the rest as money
        var rebalancing = Rebalancing.of(
                allocation(placed("A", "A", "80", "8000"), placed("S", "S", "-20", "-2000"), "4000"),
                Map.of("A", decimal("0.80"), "CASH", decimal("0.20")));

        assertThat(rebalancing.trades())
                .containsExactly(new Rebalancing.Trade("S", "S", decimal("20"), decimal("2000")));
        assertThat(rebalancing.cashAfter()).isEqualByComparingTo("2000");
        assertThat(rebalancing.unassigned()).isEmpty();
    }

    @Test
    void aSecurityThatIsWantedAndSoldShortIsBoughtBackAndThenBought() {
        var rebalancing = Rebalancing.of(
                allocation(placed("S", "S", "-20", "-2000"), null, "12000"),
                Map.of("S", decimal("0.10"), "CASH", decimal("0.90")));

        assertThat(rebalancing.trades())
                .containsExactly(new Rebalancing.Trade("S", "S", decimal("30"), decimal("3000")));
    }

    @Test
    void aClassIsBroughtToItsTargetByTheSideThatWeighsMore() {
        var down = Rebalancing.of(
                allocation(placed("A", "EQUITY", "100", "10000"), placed("S", "EQUITY", "-20", "-2000"), "2000"),
                Map.of("EQUITY", decimal("0.60"), "CASH", decimal("0.40")));
        var up = Rebalancing.of(
                allocation(placed("A", "EQUITY", "70", "7000"), placed("S", "EQUITY", "-20", "-2000"), "5000"),
                Map.of("EQUITY", decimal("0.60"), "CASH", decimal("0.40")));

        assertThat(down.trades())
                .as("8,000 net become 6,000; nothing more is sold short")
                .containsExactly(new Rebalancing.Trade("A", "EQUITY", decimal("-20"), decimal("-2000")));
        assertThat(up.trades()).containsExactly(new Rebalancing.Trade("A", "EQUITY", decimal("10"), decimal("1000")));
    }

    @Test
    void ofAClassThatIsOnlySoldShortNobodySaysWhatToOwn() {
        var rebalancing = Rebalancing.of(
                allocation(placed("S", "EQUITY", "-20", "-2000"), null, "12000"),
                Map.of("EQUITY", decimal("0.50"), "CASH", decimal("0.50")));

        assertThat(rebalancing.trades())
                .containsExactly(new Rebalancing.Trade("S", "EQUITY", decimal("20"), decimal("2000")));
        assertThat(rebalancing.unassigned().get("EQUITY")).isEqualByComparingTo("5000");
    }

    private static Allocation.Placed placed(String symbol, String bucket, String quantity, String value) {
        return new Allocation.Placed(symbol, bucket, decimal(quantity), decimal(value));
    }

    private static Allocation allocation(
            Allocation.Placed first, Allocation.@org.jspecify.annotations.Nullable Placed second, String cash) {
        var positions = second == null ? List.of(first) : List.of(first, second);
        var slices = new java.util.ArrayList<>(positions.stream()
                .map(position -> new Allocation.Slice(position.bucket(), position.value(), List.of(position.symbol())))
                .toList());
        slices.add(new Allocation.Slice(Dimension.CASH, decimal(cash), List.of()));
        var total = slices.stream().map(Allocation.Slice::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Allocation(Dimension.CLASS, total, slices, positions, decimal(cash), List.of());
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
