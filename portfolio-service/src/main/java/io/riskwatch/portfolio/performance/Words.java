package io.riskwatch.portfolio.performance;

import java.util.Locale;

/** Numbers as sentences write them: two decimals, a point before them, a comma between thousands. */
final class Words {

    private Words() {}

    static String number(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount + 0.0);
    }

    /** With its sign, also a plus. */
    static String signedPercent(double fraction) {
        return String.format(Locale.ROOT, "%+,.2f %%", 100 * fraction + 0.0);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%,.2f %%", 100 * fraction + 0.0);
    }

    static String points(double fraction) {
        return String.format(Locale.ROOT, "%,.2f percentage points", 100 * fraction + 0.0);
    }

    /** "gained 10.00 %" or "lost 5.00 %". */
    static String moved(double fraction) {
        return fraction < 0 ? "lost " + percent(-fraction) : "gained " + percent(fraction);
    }
}
