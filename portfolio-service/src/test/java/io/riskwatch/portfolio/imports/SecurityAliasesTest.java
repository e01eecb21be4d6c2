package io.riskwatch.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecurityAliasesTest {

    @Test
    void everyIsinOfTheListCarriesTheRightCheckDigit() {
        assertThat(SecurityAliases.widelyHeld()).hasSizeGreaterThan(40).containsEntry("US0378331005", "AAPL");
        assertThat(SecurityAliases.widelyHeld().keySet()).allMatch(SecurityAliasesTest::checks);
    }

    /** ISO 6166: letters as numbers from 10, doubled from the right, the sum of the digits a multiple of ten. */
    private static boolean checks(String isin) {
        var digits = new StringBuilder();
        isin.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        var sum = 0;
        var twice = false;
        for (var i = digits.length() - 1; i >= 0; i--) {
            var digit = Character.digit(digits.charAt(i), 10) * (twice ? 2 : 1);
            sum += digit / 10 + digit % 10;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
