package io.riskwatch.portfolio.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCellsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=1+1,'=1+1",
                "+1,'+1",
                "-1,'-1",
                "@SUM(A1),'@SUM(A1)",
                "'=1,''=1",
                "''-1,'''-1",
                "plain,plain",
                "'n',\"'n'\"",
                "a=b,a=b"
            })
    void whatASpreadsheetWouldComputeIsGuarded(String text, String cell) {
        assertThat(CsvCells.text(text)).isEqualTo(cell);
    }

    @Test
    void tabsAndReturnsAreGuardedAndNumbersStayNumbers() {
        assertThat(CsvCells.text("\t=1")).isEqualTo("'\t=1");
        assertThat(CsvCells.text("\r=1")).isEqualTo("'\r=1");
        assertThat(CsvCells.number(new BigDecimal("-5.50"))).isEqualTo("-5.50");
        assertThat(CsvCells.text(null)).isEmpty();
    }
}
