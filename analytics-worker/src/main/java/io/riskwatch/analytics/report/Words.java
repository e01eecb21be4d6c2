package io.riskwatch.analytics.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a sentence shows them: in the owner's money where it is known. */
public final class Words {

    private final Amount value;

    public Words(Amount value) {
        this.value = value;
    }

    /** As money alone, or as a multiple where only weights are known. */
    public String money(double fraction) {
        return value.amount() == 1 ? String.format(Locale.ENGLISH, "%.2f times the value", fraction) : bare(fraction);
    }

    /** As money and share where a value is known, else as a share alone. */
    public String amount(double fraction) {
        return value.amount() == 1 ? percent(fraction) : bare(fraction) + " (" + percent(fraction) + ")";
    }

    private String bare(double fraction) {
        return sum(fraction * value.amount());
    }

    /** An amount of the value's currency: whole from a hundred on, else three digits. */
    public String sum(double amount) {
        BigDecimal money = BigDecimal.valueOf(amount);
        BigDecimal shown = money.abs().compareTo(BigDecimal.valueOf(100)) >= 0
                ? money.setScale(0, RoundingMode.HALF_EVEN)
                : money.round(new MathContext(3, RoundingMode.HALF_EVEN));
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, Math.min(2, shown.scale())) + "f", shown) + " "
                + value.currency();
    }

    public static String percent(double fraction) {
        return String.format(Locale.ENGLISH, "%.1f %%", fraction * 100);
    }

    /** What is said before anything else when prices are made up. */
    public static final String SIMULATED = "This is simulated data: the exchange and its companies are fictional.";
}
