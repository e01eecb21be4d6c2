package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What only a corporate action says.
 *
 * @param newSymbol the security that a SPIN_OFF or MERGER brings
 * @param basisFraction between 0 and 1: the part of the old cost that a SPIN_OFF gives to the new security, or that the
 *     money of a MERGER takes; of a merger without it, the money lowers the cost like a return of capital
 * @param cashInLieu the money for the fraction of a unit that the ratio leaves over: the holding is rounded down to whole
 *     units and the fraction is sold for it. Without it the fraction is kept
 */
public record CorporateTerms(
        @Nullable String newSymbol,
        @Nullable BigDecimal basisFraction,
        @Nullable BigDecimal cashInLieu) {

    /** Of everything that is no corporate action. */
    public static final CorporateTerms NONE = new CorporateTerms(null, null, null);

    public CorporateTerms {
        basisFraction = Decimals.exactOrNull("basisFraction", basisFraction);
        cashInLieu = Decimals.exactOrNull("cashInLieu", cashInLieu);
    }

    /** The money for the fraction, zero without. */
    BigDecimal cash() {
        return cashInLieu == null ? BigDecimal.ZERO : cashInLieu;
    }
}
