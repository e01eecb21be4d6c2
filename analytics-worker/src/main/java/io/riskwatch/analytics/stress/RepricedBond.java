package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.pricing.Bond;
import io.riskwatch.quant.pricing.DayCount;
import java.time.LocalDate;

/**
 * A bond of fixed coupons that is priced anew when its yield moves; time stands still. Its last close is taken for the clean price per
 * 100 of face, actual days count.
 *
 * @param yield per year, compounded with the coupons
 */
record RepricedBond(Bond bond, double yield, boolean yieldTold) {

    private static final double FACE = 100;

    static RepricedBond of(BondTerms terms, LocalDate day, double lastClose, String field) {
        if (!terms.maturity().isAfter(day)) {
            throw new BadInputException(
                    field + ".maturity",
                    "The bond was repaid on " + terms.maturity() + "; the window ends on " + day + ".");
        }
        Bond bond = Bond.of(day, terms.maturity(), terms.coupon(), FACE, terms.frequency(), DayCount.ACTUAL_ACTUAL);
        if (terms.yield() != null) {
            return new RepricedBond(bond, terms.yield(), true);
        }
        try {
            return new RepricedBond(bond, bond.yieldAt(lastClose), false);
        } catch (UndefinedMeasureException e) {
            throw new BadInputException(field, "Its price of " + lastClose + " has no yield: " + e.getMessage());
        }
    }

    /** Per 100 of face, without accrued interest. */
    double cleanPrice() {
        return bond.cleanPrice(yield);
    }

    /** The share of its price, accrued interest included, it gains or loses when its yield rises. */
    double change(double rise) {
        return bond.dirtyPrice(yield + rise) / bond.dirtyPrice(yield) - 1;
    }

    double modifiedDuration() {
        return bond.modifiedDuration(yield);
    }

    double convexity() {
        return bond.convexity(yield);
    }
}
