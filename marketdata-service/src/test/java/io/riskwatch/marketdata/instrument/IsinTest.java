package io.riskwatch.marketdata.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsinTest {

    @ParameterizedTest
    @ValueSource(strings = {"US0378331005", "GB0002634946", "DE0007164600", "AU0000XVGZA3", "IE00B4L5Y983"})
    void publishedNumbersAreValid(String isin) {
        assertThat(new Isin(isin).value()).isEqualTo(isin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"US0378331006", "US0373831005", "us0378331005", "US037833100", "1S0378331005", "", "US03783310A5"
            })
    void aWrongDigitOrFormIsRefused(String text) {
        assertThat(Isin.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Isin(text)).hasMessageContaining("isin");
    }

    @Test
    void blanksAndSmallLettersAreTidied() {
        assertThat(Isin.tidy("us 0378 3310 05")).isEqualTo("US0378331005");
    }
}
