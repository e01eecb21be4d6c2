package io.riskwatch.portfolio.riskscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is sold short moves with prices as what is held does. */
class ShortExposureTest {

    private static final ReturnHistory HISTORY = history();

    private static RiskScore score(Map<String, Double> values, double cash) {
        return RiskScore.of(new Exposure(values, cash), HISTORY).orElseThrow();
    }

    @Test
    void aShortPositionAloneIsAsWildAsTheSameLongOneAndNotCalm() {
        var shorted = score(Map.of("A", -50.0), 150);
        var held = score(Map.of("A", 50.0), 50);

        assertThat(shorted.volatility()).isCloseTo(held.volatility(), within(0.01));
        assertThat(shorted.components().getFirst().points())
                .isEqualTo(held.components().getFirst().points())
                .isGreaterThan(1);
    }

    @Test
    void aShortPositionHedgesWhatMovesAlikeButIsBorrowedAllTheSame() {
        var hedged = score(Map.of("A", 100.0, "TWIN", -100.0), 100);

        assertThat(hedged.volatility()).isCloseTo(0, within(1e-9));
        assertThat(hedged.components().get(1).measured())
                .as("two positions of the same size")
                .isCloseTo(0.5, within(1e-12));
        assertThat(hedged.components().get(2).measured())
                .as("200 of positions on 100 of own money")
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void aShortPositionWithoutHistoryWeighsTheOthersUpAndTurnsNoSign() {
        var alone = score(Map.of("A", 60.0), 40);
        var beside = score(Map.of("A", 60.0, "NEW", -80.0), 120);

        assertThat(beside.volatility())
                .as("140 of 60 that are known, all of equity 100")
                .isCloseTo(alone.volatility() * 140 / 60, within(0.03));
    }

    private static ReturnHistory history() {
        var random = new Random(5);
        var returns = new double[500];
        Arrays.setAll(returns, day -> 0.01 * random.nextGaussian());
        return new ReturnHistory(
                LocalDate.of(2022, 1, 1)
                        .datesUntil(LocalDate.of(2022, 1, 1).plusDays(returns.length))
                        .toList(),
                Map.of("A", returns, "TWIN", returns));
    }
}
