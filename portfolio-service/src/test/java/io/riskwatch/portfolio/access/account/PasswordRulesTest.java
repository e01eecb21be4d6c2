package io.riskwatch.portfolio.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final String EMAIL = "ann.miller@example.org";

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {"seven wet umbrellas", "Tr0ub4dor&3x", "eight ch", "пароль-не-из-списка", "🐎🔋📎🐎🔋📎🐎🐎"})
    void aPasswordOfNoParticularCompositionIsAccepted(String password) {
        assertThat(rules.refuse(password, EMAIL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PassWord123", "12345678", "qwertyuiop", "iloveyou", "aaaaaaaaaaaa"})
    void whatIsTriedFirstIsRefusedInAnyCase(String password) {
        assertThat(rules.refuse(password, EMAIL))
                .hasValueSatisfying(reason -> assertThat(reason).contains("tried"));
    }

    @Test
    void lengthIsCountedInCharactersAndNotInBytes() {
        assertThat(rules.refuse("🐎🔋📎🐎🔋📎🐎", EMAIL)).isPresent();
        assertThat(rules.refuse("x1".repeat(64), EMAIL)).isEmpty();
        assertThat(rules.refuse("x1".repeat(64) + "y", EMAIL))
                .hasValueSatisfying(reason -> assertThat(reason).contains("at most 128"));
    }

    @Test
    void onesOwnAddressAndTheSitesNameAreNoPasswords() {
        assertThat(rules.refuse("Ann.Miller-2026", EMAIL)).isPresent();
        assertThat(rules.refuse("my riskwatch login", EMAIL)).isPresent();
        assertThat(rules.refuse("joke under water", "jo@example.org")).isEmpty();
    }
}
