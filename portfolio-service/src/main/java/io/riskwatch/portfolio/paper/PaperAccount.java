package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.margin.MarginAccount;
import io.riskwatch.portfolio.margin.MarginCalculator;
import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.margin.PositionRequirement;
import io.riskwatch.portfolio.margin.rate.RateBook;
import io.riskwatch.portfolio.paper.order.MarginTerms;
import io.riskwatch.portfolio.paper.order.TradingAccount;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * A paper portfolio at the latest prices.
 *
 * @param cash per currency
 * @param positions at their prices, by symbol
 * @param unknownRates currencies whose rate is not known, so that what is in them counts for nothing
 * @param rates what the organisation asks of its margin accounts
 */
record PaperAccount(
        CurrencyUnit currency, List<Balance> cash, List<Valued> positions, List<String> unknownRates, RateBook rates) {

    private static final MarginTerms.Requirement NOTHING =
            new MarginTerms.Requirement(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);

    PaperAccount {
        cash = List.copyOf(cash);
        positions = List.copyOf(positions);
        unknownRates = List.copyOf(unknownRates);
    }

    /**
     * Money of one currency.
     *
     * @param rate what a unit of it is worth in the account's; 0 when nobody knows
     */
    record Balance(BigMoney money, BigDecimal rate) {

        BigDecimal worth() {
            return money.getAmount().multiply(rate);
        }
    }

    /**
     * A position at a price.
     *
     * @param rate what a unit of its currency is worth in the account's; 0 when nobody knows
     * @param stale whether price or rate is older than it may be
     */
    record Valued(
            String symbol,
            BigDecimal quantity,
            BigDecimal price,
            CurrencyUnit currency,
            BigDecimal rate,
            boolean stale) {

        BigDecimal worth() {
            return quantity.multiply(price).multiply(rate);
        }
    }

    /** Cash of all currencies in the account's. */
    BigDecimal netCash() {
        return cash.stream().map(Balance::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What it may do. */
    TradingAccount trading(PaperSettings.Margin margin) {
        Map<String, TradingAccount.Holding> holdings = new HashMap<>();
        positions.forEach(each ->
                holdings.put(each.symbol(), new TradingAccount.Holding(each.quantity(), each.price(), each.rate())));
        return new TradingAccount(
                netCash(),
                holdings,
                new MarginTerms(
                        margin.initialRate(),
                        margin.minimumEquity(),
                        held -> requirements(held, margin.initialRate())));
    }

    /** The dollars a share of short positions are taken as units of the price's currency; what has no rate takes nothing. */
    private Map<String, MarginTerms.Requirement> requirements(
            Map<String, TradingAccount.Holding> held, BigDecimal initialRate) {
        List<MarginPosition> valued = held.entrySet().stream()
                .filter(each -> each.getValue().rate().signum() > 0)
                .map(each -> MarginPosition.of(
                        each.getKey(),
                        each.getValue().quantity(),
                        each.getValue().price(),
                        each.getValue().rate(),
                        rates.of(each.getKey())))
                .toList();
        List<PositionRequirement> maintenance =
                MarginCalculator.requirements(valued, rates.rules(currency.getDecimalPlaces()));
        Map<String, MarginTerms.Requirement> all = new HashMap<>();
        held.keySet().forEach(symbol -> all.put(symbol, NOTHING));
        for (int place = 0; place < valued.size(); place++) {
            MarginPosition position = valued.get(place);
            PositionRequirement required = maintenance.get(place);
            BigDecimal size = position.value().abs();
            all.put(
                    position.symbol(),
                    new MarginTerms.Requirement(
                            initialRate(position, initialRate).multiply(size),
                            required.amount(),
                            required.addOn().multiply(size),
                            position.rates().house()));
        }
        return all;
    }

    /** Of what the organisation asks more of, that; at least what opening takes of everything. */
    private static BigDecimal initialRate(MarginPosition position, BigDecimal ofEverything) {
        MarginRates asked = position.rates();
        if (asked.marginable() && !asked.house()) {
            return ofEverything;
        }
        return ofEverything.max(position.isShort() ? asked.initialShort() : asked.initialLong());
    }

    /** How near it is to a margin call: the same reckoning as of every margin account. */
    MarginStatus status() {
        BigDecimal loan = BigDecimal.ZERO;
        BigDecimal credit = BigDecimal.ZERO;
        for (Balance balance : cash) {
            BigDecimal worth = balance.worth();
            loan = loan.add(worth.negate().max(BigDecimal.ZERO));
            credit = credit.add(worth.max(BigDecimal.ZERO));
        }
        List<MarginPosition> held = positions.stream()
                .filter(each -> each.rate().signum() > 0)
                .map(each -> new MarginPosition(
                        each.symbol(),
                        each.quantity(),
                        each.price(),
                        each.rate(),
                        rates.of(each.symbol()),
                        null,
                        each.rate(),
                        each.stale()))
                .toList();
        return MarginCalculator.status(
                new MarginAccount(held, loan, credit), rates.rules(currency.getDecimalPlaces()), null);
    }
}
