package io.riskwatch.portfolio.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {

    @ParameterizedTest
    @CsvSource({
        "true,  100, 1, '99 100 99.5 100.5 99.01 101', 1",
        "true,  100, 1, '99 100 99 100 99 100', 3",
        "true,  100, 0, '99 100 99.99 100 100 100', 2",
        "false, 100, 1, '101 100 100.5 99 101 100', 2",
        "false, 100, 1, '101 99.99 100.99 99 100.9 98', 1",
        "true,  100, 5, '120 120 96 120', 1",
        "true,  100, 5, '120 120 95 120', 2",
    })
    void aValueThatTremblesOnTheThresholdFiresOnce(
            boolean above, String threshold, String margin, String walk, int firings) {
        var band = Band.of(above, new BigDecimal(threshold), new BigDecimal(margin));

        assertThat(firings(
                        band,
                        Arrays.stream(walk.split(" ")).map(BigDecimal::new).toList()))
                .isEqualTo(firings);
    }

    @Test
    void aBandWhoseEndLiesBeyondItsBeginningIsRefused() {
        assertThatThrownBy(() -> new Band(true, BigDecimal.ONE, BigDecimal.TWO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rearmsAt");
        assertThatThrownBy(() -> new Band(false, BigDecimal.TWO, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Counted another way: the walk is cut at each return before the band, and each piece that goes beyond it is one. */
    @Property
    void itFiresOnceForEachCrossingOfTheBand(
            @ForAll("walks") List<BigDecimal> walk, @ForAll boolean above, @ForAll("margins") BigDecimal margin) {
        var threshold = new BigDecimal("100");
        var band = Band.of(above, threshold, margin);
        int sign = above ? 1 : -1;
        List<Boolean> beyondByPiece = new ArrayList<>(List.of(false));
        for (var price : walk) {
            int beyond = price.compareTo(threshold) * sign;
            boolean before = beyond < 0 && price.compareTo(band.rearmsAt()) * sign <= 0;
            if (before) {
                beyondByPiece.add(false);
            } else if (beyond >= 0) {
                beyondByPiece.set(beyondByPiece.size() - 1, true);
            }
        }

        assertThat(firings(band, walk))
                .isEqualTo((int) beyondByPiece.stream().filter(beyond -> beyond).count());
    }

    @Property
    void theSamePriceAgainFiresNothing(@ForAll("walks") List<BigDecimal> walk, @ForAll("margins") BigDecimal margin) {
        var band = Band.of(true, new BigDecimal("100"), margin);
        var twice =
                walk.stream().flatMap(price -> List.of(price, price).stream()).toList();

        assertThat(firings(band, twice)).isEqualTo(firings(band, walk));
    }

    @Property
    void aWiderBandNeverFiresMoreOften(@ForAll("walks") List<BigDecimal> walk, @ForAll("margins") BigDecimal margin) {
        var threshold = new BigDecimal("100");

        assertThat(firings(Band.of(true, threshold, margin.add(BigDecimal.ONE)), walk))
                .isLessThanOrEqualTo(firings(Band.of(true, threshold, margin), walk));
    }

    @Provide
    Arbitrary<List<BigDecimal>> walks() {
        return Arbitraries.integers().between(-150, 150).list().ofMaxSize(200).map(steps -> {
            List<BigDecimal> walk = new ArrayList<>();
            int cents = 10_000;
            for (int step : steps) {
                cents = Math.max(1, cents + step);
                walk.add(BigDecimal.valueOf(cents, 2));
            }
            return walk;
        });
    }

    @Provide
    Arbitrary<BigDecimal> margins() {
        return Arbitraries.integers().between(0, 500).map(cents -> BigDecimal.valueOf(cents, 2));
    }

    private static int firings(Band band, List<BigDecimal> walk) {
        var state = RuleState.ARMED;
        int firings = 0;
        for (var price : walk) {
            var next = band.next(state, price);
            if (state == RuleState.ARMED && next == RuleState.TRIGGERED) {
                firings++;
            }
            state = next;
        }
        return firings;
    }
}
