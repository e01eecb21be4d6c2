package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Booking;
import java.util.ArrayList;
import java.util.List;

/** Collects income and costs; bookings of one day, kind, payer and currency that follow each other become one. */
final class Incomes {

    private final List<Income> incomes = new ArrayList<>();

    /** A booking that trades nothing; the fee of a deposit or a withdrawal is a cost, its amount is none. */
    void add(Booking booking) {
        var income = Income.isOne(booking.type()) ? Income.of(booking) : Income.feeOf(booking);
        if (income.gross().signum() == 0 && income.withheld().signum() == 0) {
            return;
        }
        if (!incomes.isEmpty() && incomes.getLast().joins(income)) {
            incomes.add(incomes.removeLast().and(income));
        } else {
            incomes.add(income);
        }
    }

    List<Income> all() {
        return incomes;
    }
}
