package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Units of one lot that the user chose to sell (specific identification).
 *
 * @param lot the transaction that opened the lot
 * @param quantity how much of it, above zero
 */
public record LotChoice(UUID lot, BigDecimal quantity) {

    public LotChoice {
        quantity = Decimals.exact("lots", quantity);
        if (quantity.signum() <= 0) {
            throw new BookingRefused(
                    "lots", "the quantity of a chosen lot is above zero, was " + quantity.toPlainString());
        }
    }
}
