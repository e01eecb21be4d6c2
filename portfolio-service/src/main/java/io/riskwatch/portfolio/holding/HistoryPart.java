package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.holding.HoldingHistory.Security;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one part of a ledger adds to the history of the holdings.
 *
 * @param cash by currency code
 * @param first the day of its first booking; {@code null} when there is none
 */
record HistoryPart(
        List<Security> securities,
        Map<String, CashChanges> cash,
        List<ExternalFlow> flows,
        List<Income> incomes,
        @Nullable LocalDate first) {

    HistoryPart {
        securities = List.copyOf(securities);
        cash = Map.copyOf(cash);
        flows = List.copyOf(flows);
        incomes = List.copyOf(incomes);
    }

    /** How many figures it and the recorder that wrote it keep, roughly; days and amounts are in both, trades are shared. */
    int size() {
        var size = 9 * (flows.size() + incomes.size());
        for (var security : securities) {
            size += 3 * (security.quantity().size() + security.lastTrade().size())
                    + 10 * security.trades().size();
        }
        for (var money : cash.values()) {
            size += 6 * money.size();
        }
        return size;
    }
}
