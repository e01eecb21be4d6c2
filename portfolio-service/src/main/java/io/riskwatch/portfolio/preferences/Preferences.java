package io.riskwatch.portfolio.preferences;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * How one person wants to see things.
 *
 * @param currency ISO 4217 code new portfolios start with
 * @param riskTolerance 1 (none) to 5 (high)
 * @param level how much an explanation says
 * @param gainColours the pair of colours for gains and losses
 */
public record Preferences(
        @Pattern(regexp = "[A-Z]{3}") String currency,
        @Min(1) @Max(5) int riskTolerance,
        Theme theme,
        Level level,
        GainColours gainColours) {

    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    public enum Level {
        SIMPLE,
        DETAILED,
        STUDENT
    }

    public enum GainColours {
        TEAL_VERMILION,
        BLUE_ORANGE,
        GREEN_RED,
        RED_GREEN
    }

    /** Before anything is said. */
    public static final Preferences UNSAID =
            new Preferences("USD", 3, Theme.SYSTEM, Level.SIMPLE, GainColours.TEAL_VERMILION);
}
