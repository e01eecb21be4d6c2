package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Booking;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects income and costs; those of one day, kind, payer and currency that follow each other become one. */
final class Incomes {

    private static final Comparator<Income> BY_DAY = Comparator.comparing(Income::date)
            .thenComparing(Income::kind)
            .thenComparing(Income::symbol, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Income::currency);

    private final List<Income> incomes = new ArrayList<>();

    /** Of all that was collected in several places one per day, kind, payer and currency, in this order. */
    static List<Income> together(Collection<Income> collected) {
        var together = new Incomes();
        collected.stream().sorted(BY_DAY).forEach(together::add);
        return together.all();
    }

    /** A booking that trades nothing; the fee of a deposit or a withdrawal is a cost, its amount is none. */
    void add(Booking booking) {
        var income = Income.isOne(booking.type()) ? Income.of(booking) : Income.feeOf(booking);
        if (income.gross().signum() != 0 || income.withheld().signum() != 0) {
            add(income);
        }
    }

    private void add(Income income) {
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
