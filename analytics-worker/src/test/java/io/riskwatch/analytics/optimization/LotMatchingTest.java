package io.riskwatch.analytics.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.analytics.analysis.AnalysisJob.Lot;
import io.riskwatch.analytics.analysis.AnalysisJob.LotMethod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LotMatchingTest {

    /** DOMAIN D2: 100@10, 100@15, 100@12. */
    private static final List<Lot> GOLDEN = List.of(
            lot("2024-01-02", "100", "1000"), lot("2024-02-02", "100", "1500"), lot("2024-03-04", "100", "1200"));

    private static Lot lot(String acquired, String quantity, @Nullable String cost) {
        return new Lot(
                LocalDate.parse(acquired),
                new BigDecimal(quantity),
                cost == null ? null : new BigDecimal(cost),
                null,
                null);
    }

    private static BigDecimal cost(List<Lot> lots) {
        return lots.stream().map(lot -> Objects.requireNonNull(lot.cost())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({"FIFO, 1750", "LIFO, 1950", "HIFO, 2100", "AVERAGE, 1850"})
    void theMethodDecidesWhatAPartCosts(LotMethod method, BigDecimal cost) {
        assertThat(cost(LotMatching.take(method, GOLDEN, new BigDecimal(150)))).isEqualByComparingTo(cost);
    }

    @ParameterizedTest
    @EnumSource(LotMethod.class)
    void allOfItCostsTheSameToTheLastDigit(LotMethod method) {
        List<Lot> thirds = List.of(lot("2024-01-02", "3", "10"), lot("2024-01-03", "7", "0.0000000001"));

        assertThat(cost(LotMatching.take(method, thirds, BigDecimal.TEN))).isEqualByComparingTo("10.0000000001");
    }

    /** Ten cents over three units: 0.0333333333 each as the ledger rounds, the last part takes the rest. */
    @Test
    void partsAreRoundedAsTheLedgerRoundsThem() {
        List<Lot> taken = LotMatching.take(LotMethod.FIFO, List.of(lot("2024-01-02", "3", "0.1")), BigDecimal.ONE);

        assertThat(cost(taken)).isEqualByComparingTo("0.0333333333");
        assertThat(LotMatching.apportioned(new BigDecimal("0.1"), List.of(taken.get(0), taken.get(0), taken.get(0))))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("0.0333333333"), new BigDecimal("0.0333333333"), new BigDecimal("0.0333333334"));
    }

    @Test
    void ofEquallyDearLotsTheOldestGoesFirstAndOneOfUnknownCostLast() {
        List<Lot> lots = List.of(
                lot("2024-01-01", "10", null),
                lot("2024-01-02", "10", "100"),
                lot("2024-01-03", "20", "200"),
                lot("2024-01-04", "10", "90"));

        assertThat(LotMatching.take(LotMethod.HIFO, lots, new BigDecimal(41)))
                .extracting(lot -> lot.acquired().toString())
                .containsExactly("2024-01-02", "2024-01-03", "2024-01-04", "2024-01-01");
        assertThat(LotMatching.take(LotMethod.AVERAGE, lots, BigDecimal.ONE)
                        .getFirst()
                        .cost())
                .isNull();
    }

    /** 10 euros at 1.30 are dearer than 12 at 1.00 in dollars, but not in the currency the share is traded in. */
    @Test
    void theDearestIsToldInTheCurrencyTheShareIsBookedIn() {
        Lot dearInDollars = new Lot(
                LocalDate.parse("2024-01-02"), BigDecimal.ONE, new BigDecimal("13"), new BigDecimal("10"), null);
        Lot dearInEuros = new Lot(
                LocalDate.parse("2024-01-03"), BigDecimal.ONE, new BigDecimal("12"), new BigDecimal("12"), null);

        assertThat(cost(LotMatching.take(LotMethod.HIFO, List.of(dearInDollars, dearInEuros), BigDecimal.ONE)))
                .isEqualByComparingTo("12");
    }
}
