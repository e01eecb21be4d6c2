package io.riskwatch.marketdata.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.riskwatch.marketdata.series.Finding.Kind;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QualityCheckTest {
    private static final int FIRST = (int) LocalDate.of(2024, 1, 1).toEpochDay();

    @Test
    void aSoundSeriesHasNoFindings() {
        assertThat(QualityCheck.of(closes(walk(300)), days(0, 300))).isEmpty();
        assertThat(QualityCheck.of(PriceSeries.empty(), days(0, 300))).isEmpty();
        assertThat(QualityCheck.of(closes(7), days(0, 300))).isEmpty();
    }

    @Test
    void tradingDaysWithoutAPriceAreOneGapPerStretchAndOnlyWithinTheSeries() {
        int[] own = {FIRST + 2, FIRST + 3, FIRST + 6, FIRST + 8};
        PriceSeries prices = PriceSeries.ofCloses(own, new double[] {10, 11, 10, 11});
        List<Finding> findings = QualityCheck.of(prices, days(0, 12));
        assertThat(findings)
                .extracting(Finding::kind, finding -> finding.from().toEpochDay() - FIRST, Finding::days)
                .containsExactly(tuple(Kind.GAP, 4L, 2), tuple(Kind.GAP, 7L, 1));
        assertThat(QualityCheck.of(prices, own)).as("nobody traded then").isEmpty();
    }

    @Test
    void aMoveThatIsTakenBackIsASpikeAndACrashThatStaysIsNone() {
        double[] spiked = walk(300);
        spiked[100] *= 1.6;
        assertThat(QualityCheck.of(closes(spiked), days(0, 300)))
                .extracting(Finding::kind, finding -> finding.from().toEpochDay() - FIRST)
                .containsExactly(tuple(Kind.SPIKE, 100L));
        double[] crashed = walk(300);
        IntStream.range(100, 300).forEach(i -> crashed[i] *= 0.6);
        assertThat(QualityCheck.of(closes(crashed), days(0, 300))).isEmpty();
    }

    @Test
    void penceToldAsPoundsAreACurrencyJump() {
        double[] pence = walk(300);
        IntStream.range(150, 300).forEach(i -> pence[i] *= 100);
        assertThat(QualityCheck.of(closes(pence), days(0, 300)))
                .extracting(Finding::kind, finding -> finding.from().toEpochDay() - FIRST)
                .containsExactly(tuple(Kind.CURRENCY_JUMP, 150L));
    }

    @Test
    void fiveEqualClosesAreStaleAndFourAreNot() {
        double[] stale = walk(50);
        Arrays.fill(stale, 10, 15, stale[10]);
        Arrays.fill(stale, 30, 34, stale[30]);
        assertThat(QualityCheck.of(closes(stale), days(0, 50))).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.STALE);
            assertThat(finding.from().toEpochDay() - FIRST).isEqualTo(10);
            assertThat(finding.days()).isEqualTo(5);
        });
    }

    @Test
    void crossedAndRepeatedBarsAreFound() {
        PriceSeries prices = new PriceSeries(
                days(0, 4),
                Map.of(
                        Column.CLOSE, new double[] {10, 11, 11, 12},
                        Column.OPEN, new double[] {10, 10, 10, 11},
                        Column.HIGH, new double[] {11, 12, 12, Double.NaN},
                        Column.LOW, new double[] {12, 9, 9, 10}));
        assertThat(QualityCheck.of(prices, days(0, 4)))
                .extracting(Finding::kind, finding -> finding.from().toEpochDay() - FIRST)
                .containsExactly(tuple(Kind.CROSSED, 0L), tuple(Kind.DUPLICATE, 2L));
    }

    private static double[] walk(int size) {
        double[] walk = new double[size];
        double price = 100;
        for (int i = 0; i < size; i++) {
            price *= 1 + 0.01 * Math.sin(i * i * 0.7);
            walk[i] = price;
        }
        return walk;
    }

    private static PriceSeries closes(double... closes) {
        return PriceSeries.ofCloses(days(0, closes.length), closes);
    }

    private static int[] days(int from, int to) {
        return IntStream.range(FIRST + from, FIRST + to).toArray();
    }
}
