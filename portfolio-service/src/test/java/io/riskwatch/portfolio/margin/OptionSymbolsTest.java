package io.riskwatch.portfolio.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.pricing.OptionKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionSymbolsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAPL240119C00190500",
                "AAPL  240119C00190500",
                "AAPL 01/19/2024 190.50 C",
                "AAPL01/19/2024-190.50C"
            })
    void theTermsOfAnOptionAreInItsSymbol(String symbol) {
        var terms = OptionSymbols.parse(symbol).orElseThrow();

        assertThat(terms.underlying()).isEqualTo("AAPL");
        assertThat(terms.kind()).isEqualTo(OptionKind.CALL);
        assertThat(terms.strike()).isEqualByComparingTo(new BigDecimal("190.5"));
        assertThat(terms.expiry()).isEqualTo(LocalDate.of(2024, 1, 19));
        assertThat(terms.multiplier()).isEqualTo(100);
        assertThat(terms.underlyingPrice()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AAPL", "BRK.B", "AAPL241319C00190000", "AAPL240119X00190000", "AAPL240119C00000000", "BTC-USD"})
    void whatIsNoOptionHasNoTerms(String symbol) {
        assertThat(OptionSymbols.parse(symbol)).isEmpty();
    }

    @Test
    void nothingIsLentAgainstCryptoCurrencies() {
        assertThat(StandardRates.of("BTC-USD")).isEqualTo(MarginRates.NOT_MARGINABLE);
        assertThat(StandardRates.of("BRK-B")).isEqualTo(MarginRates.STANDARD);
        assertThat(StandardRates.of("ORBX")).isEqualTo(MarginRates.STANDARD);
    }
}
