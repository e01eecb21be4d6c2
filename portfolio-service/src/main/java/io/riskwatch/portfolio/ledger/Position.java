package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * What is held of one security.
 *
 * @param currency the one its lots were paid in
 * @param lots oldest first; their quantities add up to {@code quantity}
 * @param cost of what is held, absent when the cost of a lot is not known
 * @param realisedGain of what was sold, over lots whose cost is known
 * @param lastTrade the newest price a booking showed, after later splits
 */
public record Position(
        String symbol,
        CurrencyUnit currency,
        BigDecimal quantity,
        List<Lot> lots,
        Optional<BigMoney> cost,
        BigMoney realisedGain,
        Optional<LastTrade> lastTrade) {

    public Position {
        lots = List.copyOf(lots);
    }

    /** The same security in some accounts, at least one. */
    static Position together(List<Position> parts, Optional<LastTrade> lastTrade) {
        var first = parts.getFirst();
        if (parts.size() == 1) {
            return new Position(
                    first.symbol,
                    first.currency,
                    first.quantity,
                    first.lots,
                    first.cost,
                    first.realisedGain,
                    lastTrade);
        }
        var known = parts.stream().allMatch(part -> part.cost.isPresent());
        return new Position(
                first.symbol,
                first.currency,
                parts.stream().map(Position::quantity).reduce(BigDecimal.ZERO, Position::sum),
                parts.stream()
                        .flatMap(part -> part.lots.stream())
                        .sorted(Lot.BY_AGE)
                        .toList(),
                known
                        ? Optional.of(BigMoney.of(
                                first.currency,
                                parts.stream()
                                        .map(part -> part.cost.orElseThrow().getAmount())
                                        .reduce(BigDecimal.ZERO, Position::sum)))
                        : Optional.empty(),
                BigMoney.of(
                        first.currency,
                        parts.stream()
                                .map(part -> part.realisedGain.getAmount())
                                .reduce(BigDecimal.ZERO, Position::sum)),
                lastTrade);
    }

    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return Decimals.normal(one.add(other));
    }

    /** A price seen in the ledger itself. */
    public record LastTrade(LocalDate date, BigDecimal price) {}
}
