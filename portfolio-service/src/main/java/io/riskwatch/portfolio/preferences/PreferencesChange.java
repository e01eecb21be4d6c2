package io.riskwatch.portfolio.preferences;

import io.riskwatch.portfolio.preferences.Preferences.GainColours;
import io.riskwatch.portfolio.preferences.Preferences.Level;
import io.riskwatch.portfolio.preferences.Preferences.Theme;
import io.riskwatch.service.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person changes; what is absent stays. */
record PreferencesChange(
        @Nullable String currency,
        @Min(1) @Max(5) @Nullable Integer riskTolerance,
        @Nullable Theme theme,
        @Nullable Level level,
        @Nullable GainColours gainColours) {

    Preferences of(Preferences old) {
        return new Preferences(
                currency == null ? old.currency() : existing(currency),
                Objects.requireNonNullElse(riskTolerance, old.riskTolerance()),
                Objects.requireNonNullElse(theme, old.theme()),
                Objects.requireNonNullElse(level, old.level()),
                Objects.requireNonNullElse(gainColours, old.gainColours()));
    }

    private static String existing(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("currency", "must be an ISO 4217 code such as EUR");
        }
    }
}
