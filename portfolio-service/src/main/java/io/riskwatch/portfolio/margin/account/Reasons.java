package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.PositionRequirement;
import java.math.BigDecimal;

/** Why a position requires what it does, in a sentence. */
final class Reasons {

    private Reasons() {}

    static String of(MarginPosition position, PositionRequirement requirement) {
        var rule = switch (requirement.basis()) {
            case LONG ->
                "%s of what is owned, %s"
                        .formatted(
                                percent(position.rates().maintenanceLong()),
                                position.rates().house() ? "the rate set for it" : "the rule for everybody");
            case PAID_IN_FULL -> "Nothing is lent against it: it is paid for in full and stands for no loan";
            case SHORT ->
                "%s of what is sold short, on top of buying it back"
                        .formatted(percent(position.rates().maintenanceShort()));
            case SHORT_PER_SHARE ->
                "5 dollars for every share sold short, more than %s of its price"
                        .formatted(percent(position.rates().maintenanceShort()));
            case SHORT_LOW_PRICED -> "All of its value, for a share that is sold short costs less than 5 dollars";
            case SHORT_LOW_PRICED_PER_SHARE -> "2.50 dollars for every share sold short, for it costs less than that";
            case NAKED_OPTION -> "A written option: a share of what it is about, less what it is out of the money";
            case NAKED_OPTION_FLOOR ->
                "A written option far out of the money: the least share, 10%, of what it is about";
            case NAKED_OPTION_UNKNOWN ->
                "A written option of which the price of the underlying is not known: its own value, perhaps more";
        };
        return requirement.addOn().signum() == 0
                ? rule + "."
                : rule + "; %s more, for it is a large part of the account.".formatted(percent(requirement.addOn()));
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
