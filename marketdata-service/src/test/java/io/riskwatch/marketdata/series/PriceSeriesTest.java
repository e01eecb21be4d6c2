package io.riskwatch.marketdata.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceSeriesTest {

    @Test
    void aLaterSeriesWinsWhereBothHaveADay() {
        PriceSeries merged = PriceSeries.ofCloses(new int[] {1, 3, 5}, new double[] {10, 30, 50})
                .overlaidWith(PriceSeries.ofCloses(new int[] {2, 3, 9}, new double[] {21, 31, 91}));
        assertThat(merged.days()).containsExactly(1, 2, 3, 5, 9);
        assertThat(merged.closes()).containsExactly(10, 21, 31, 50, 91);
    }

    @Test
    void columnsOnlyOneSideHasAreKept() {
        PriceSeries bars = new PriceSeries(
                new int[] {1, 2}, Map.of(Column.CLOSE, new double[] {1, 2}, Column.VOLUME, new double[] {100, 200}));
        PriceSeries merged = bars.overlaidWith(PriceSeries.ofCloses(new int[] {2, 3}, new double[] {2.5, 3}));
        assertThat(merged.column(Column.VOLUME)).containsExactly(100, Double.NaN, Double.NaN);
        assertThat(PriceSeries.empty().overlaidWith(bars).column(Column.VOLUME)).containsExactly(100, 200);
    }

    @Test
    void aWindowIncludesBothItsEnds() {
        PriceSeries series = PriceSeries.ofCloses(new int[] {10, 20, 30}, new double[] {1, 2, 3});
        assertThat(series.between(LocalDate.ofEpochDay(10), LocalDate.ofEpochDay(20))
                        .days())
                .containsExactly(10, 20);
        assertThat(series.between(LocalDate.ofEpochDay(11), LocalDate.ofEpochDay(19))
                        .isEmpty())
                .isTrue();
        assertThat(series.between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)))
                .isSameAs(series);
    }

    @Test
    void daysMustAscend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceSeries.ofCloses(new int[] {2, 2}, new double[] {1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> PriceSeries.ofCloses(new int[] {2}, new double[] {1, 1}));
    }

    @Test
    void packingKeepsEveryBit() {
        Random random = new Random(1);
        double[] values = DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()))
                .filter(value -> !Double.isNaN(value))
                .limit(1_000)
                .toArray();
        int[] days = IntStream.range(-500, 500).toArray();
        assertThat(Packed.doubles(Packed.doubles(values))).containsExactly(values);
        assertThat(Packed.ints(Packed.ints(days))).containsExactly(days);
    }

    @Test
    void thinningKeepsEveryStretchsExtremesWithinTheBound() {
        Random random = new Random(3);
        int[] days = IntStream.range(0, 5_000).toArray();
        double[] closes = IntStream.range(0, 5_000)
                .mapToDouble(i -> 100 + 10 * random.nextGaussian())
                .toArray();
        closes[1_234] = 1_000;
        closes[4_321] = 0.001;
        PriceSeries series = PriceSeries.ofCloses(days, closes);
        for (int maxPoints : new int[] {4, 5, 17, 100, 4_999}) {
            PriceSeries thin = Decimation.keepingExtremes(series, maxPoints);
            assertThat(thin.size()).isLessThanOrEqualTo(maxPoints);
            assertThat(thin.days()).contains(0, 1_234, 4_321, 4_999).isSorted();
        }
        assertThat(Decimation.keepingExtremes(series, 5_000)).isSameAs(series);
    }
}
