package io.riskwatch.portfolio.holding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio held at the close of every day, as columns that change only where a booking changed them: quantities
 * per security, balances per currency, and what came from outside. The ledger's arithmetic is exact; here its results
 * become doubles once, for series of days.
 */
public final class HoldingHistory {

    /** By day; of one day money first, then by symbol, and of one symbol in the ledger's order. */
    private static final Comparator<ExternalFlow> BY_DAY = Comparator.comparing(ExternalFlow::date)
            .thenComparing(ExternalFlow::symbol, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<Security> securities;
    private final List<Cash> cash;
    private final List<ExternalFlow> flows;
    private final List<Income> incomes;
    private final @Nullable LocalDate first;

    private HoldingHistory(
            List<Security> securities,
            List<Cash> cash,
            List<ExternalFlow> flows,
            List<Income> incomes,
            @Nullable LocalDate first) {
        this.securities = List.copyOf(securities);
        this.cash = List.copyOf(cash);
        this.flows = List.copyOf(flows);
        this.incomes = List.copyOf(incomes);
        this.first = first;
    }

    /**
     * A security that was ever held.
     *
     * @param currency the one it is booked in
     * @param lastTrade the newest price a booking showed, in that currency; 0 while none did
     * @param trades what moved it, one per day that did, in the order of the days
     */
    public record Security(String symbol, String currency, Steps quantity, Steps lastTrade, List<Trade> trades) {

        public Security {
            trades = List.copyOf(trades);
        }
    }

    /** The money of one currency; it may be negative, which is a loan. */
    public record Cash(String currency, Steps balance) {}

    /** By symbol. */
    public List<Security> securities() {
        return securities;
    }

    /** By currency code; of one that never stood at anything but nothing at the end of a day there is none. */
    public List<Cash> cash() {
        return cash;
    }

    /** Day by day. */
    public List<ExternalFlow> flows() {
        return flows;
    }

    /** Dividends, interest, fees and taxes, day by day; the fees of trades are with the trades. */
    public List<Income> incomes() {
        return incomes;
    }

    /** The day of the first booking; empty when nothing is booked. */
    public Optional<LocalDate> first() {
        return Optional.ofNullable(first);
    }

    /** The history over the parts of a ledger: the same, to the last bit, however it is divided. */
    static HoldingHistory together(Collection<HistoryPart> parts) {
        return new HoldingHistory(
                parts.stream()
                        .flatMap(part -> part.securities().stream())
                        .sorted(Comparator.comparing(Security::symbol))
                        .toList(),
                cash(parts),
                parts.stream()
                        .flatMap(part -> part.flows().stream())
                        .sorted(BY_DAY)
                        .toList(),
                Incomes.together(
                        parts.stream().flatMap(part -> part.incomes().stream()).toList()),
                parts.stream()
                        .map(HistoryPart::first)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static List<Cash> cash(Collection<HistoryPart> parts) {
        var changes = new TreeMap<String, List<CashChanges>>();
        for (var part : parts) {
            part.cash()
                    .forEach((currency, moved) -> changes.computeIfAbsent(currency, unseen -> new ArrayList<>())
                            .add(moved));
        }
        return changes.entrySet().stream()
                .map(entry -> new Cash(entry.getKey(), CashChanges.balance(entry.getValue())))
                .filter(money -> money.balance().size() > 0)
                .toList();
    }
}
