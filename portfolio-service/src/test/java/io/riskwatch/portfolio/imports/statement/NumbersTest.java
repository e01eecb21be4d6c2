package io.riskwatch.portfolio.imports.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.portfolio.ledger.BookingRefused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.56|1234.56",
                "1,234.56|1234.56",
                "-$3320.05|-3320.05",
                "$-3320.05|-3320.05",
                "($1,851.00)|-1851.00",
                "-$30.93|-30.93",
                "+$1.14|1.14",
                "89,162.28 SEK|89162.28",
                "USD 5|5",
                "8'910.40|8910.40",
                ".5|.5",
                "10.|10",
                "1.5E-7|0.00000015",
                "\u22122|-2",
                "\u20ac 3|3"
            })
    void areReadAsBrokersWriteThem(String text, String value) {
        assertThat(Numbers.parse("amount", text, DecimalMark.POINT)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234,56|1234.56", "185,00|185", "-1.110,00|-1110", "1.234|1234", "0,24|0.24", "10|10"})
    void haveACommaWhereTheFileHas(String text, String value) {
        assertThat(Numbers.parse("amount", text, DecimalMark.COMMA)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "1.2.3", "185,00", "1,23,456", "12:30", "2024-01-02", "$"})
    void whatIsNoneIsRefusedNamingTheField(String text) {
        assertThatThrownBy(() -> Numbers.parse("amount", text, DecimalMark.POINT))
                .isInstanceOfSatisfying(
                        BookingRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--", "n/a", "Not available", "  "})
    void whatSaysNothingIsNone(String text) {
        assertThat(Numbers.parse("amount", text, DecimalMark.POINT)).isNull();
    }

    @Test
    void theWholeFileTellsTheDecimalMark() {
        assertThat(mark(';', "1.234", "1.234,56")).isEqualTo(DecimalMark.COMMA);
        assertThat(mark(',', "1,234", "1,234.56")).isEqualTo(DecimalMark.POINT);
        assertThat(mark(',', "185,00", "0,24", "Apple Inc@185.00")).isEqualTo(DecimalMark.COMMA);
        assertThat(mark(';', "15.01.2024", "1,234"))
                .as("only a comma that could be either")
                .isEqualTo(DecimalMark.COMMA);
        assertThat(mark(',', "1,234")).isEqualTo(DecimalMark.POINT);
        assertThat(mark(',', "1,234,567")).isEqualTo(DecimalMark.POINT);
    }

    private static DecimalMark mark(char delimiter, String... fields) {
        var evidence = new Evidence();
        evidence.look(List.of(fields));
        return evidence.decimalMark(delimiter);
    }

    @Test
    void theWholeFileTellsTheOrderOfDatesUnlessItContradictsItself() {
        assertThat(dayFirst("01/02/2024", "13/02/2024")).contains(true);
        assertThat(dayFirst("01/02/2024", "02/13/2024")).contains(false);
        assertThat(dayFirst("01/02/2024")).isEmpty();
        assertThat(dayFirst("13/02/2024", "02/13/2024")).isEmpty();
    }

    private static Optional<Boolean> dayFirst(String... fields) {
        var evidence = new Evidence();
        evidence.look(List.of(fields));
        return evidence.dayFirst();
    }
}
