package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.holding.HeldPortfolio;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.marketdata.MarketSession;
import io.riskwatch.portfolio.marketdata.Quote;
import io.riskwatch.portfolio.marketdata.Quotes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.BigMoney;

/**
 * What a portfolio is worth at a set of quotes: sum of quantity x price x exchange rate, and cash. What cannot be valued
 * is left out of the sums and named. Money is in the base currency and unrounded; rounding is for who shows it.
 */
public record Valuation(
        HeldPortfolio held,
        Instant asOf,
        List<ValuedPosition> positions,
        List<ValuedCash> cash,
        ExchangeRates rates,
        boolean marketDataAway) {

    /** Cash of one currency; its value is absent when the exchange rate is not known. */
    public record ValuedCash(BigMoney money, Optional<BigDecimal> value) {}

    public Valuation {
        positions = List.copyOf(positions);
        cash = List.copyOf(cash);
    }

    static Valuation of(HeldPortfolio held, Quotes quotes, Instant asOf) {
        var rates = new ExchangeRates(held.portfolio().baseCurrency().getCode(), quotes);
        return new Valuation(
                held,
                asOf,
                held.positions().stream()
                        .map(position -> value(position, quotes, rates, asOf))
                        .toList(),
                held.cash().stream()
                        .map(money -> new ValuedCash(
                                money,
                                rates.convert(
                                        money.getAmount(),
                                        money.getCurrencyUnit().getCode())))
                        .toList(),
                rates,
                quotes.away());
    }

    private static ValuedPosition value(Position position, Quotes quotes, ExchangeRates rates, Instant now) {
        var quote = quotes.of(position.symbol());
        var currency = quote.map(Quote::currency).orElse(position.currency().getCode());
        var price = quote.map(Quote::price).or(() -> position.lastTrade().map(Position.LastTrade::price));
        var asOf = quote.map(Quote::asOf)
                .or(() -> position.lastTrade()
                        .map(trade -> trade.date().atStartOfDay(ZoneOffset.UTC).toInstant()));
        var dayChange = quote.flatMap(Valuation::changeOfUnit)
                .flatMap(change -> rates.convert(position.quantity().multiply(change), currency));
        return new ValuedPosition(
                position,
                price,
                currency,
                asOf.orElse(null),
                quote.map(q -> q.stale() ? PriceSource.LAST_CLOSE : PriceSource.LIVE)
                        .orElse(PriceSource.LAST_TRADE),
                price.flatMap(unit -> rates.convert(position.quantity().multiply(unit), currency)),
                position.cost()
                        .flatMap(cost -> rates.convert(
                                cost.getAmount(), position.currency().getCode())),
                dayChange,
                quote.isEmpty() && !quotes.away(),
                quote.map(Quote::stale).orElse(quotes.away()),
                quote.map(Quote::simulated).orElse(false),
                quote.map(Quote::session).orElse(MarketSession.ALWAYS_OPEN),
                quote.flatMap(q -> q.session().closedSince(now)));
    }

    private static Optional<BigDecimal> changeOfUnit(Quote quote) {
        return Optional.ofNullable(quote.previousClose()).map(quote.price()::subtract);
    }

    public BigDecimal value() {
        return sum(positions, ValuedPosition::value).add(cashValue());
    }

    public BigDecimal cashValue() {
        return sum(cash, ValuedCash::value);
    }

    /** An amount of a currency in the base currency at these rates; empty when the rate is not known. */
    public Optional<BigDecimal> convert(BigDecimal amount, String currency) {
        return rates.convert(amount, currency);
    }

    /** Whether the exchange rate of a currency is known, and older than it may be. */
    public boolean hasOldRate(String currency, Duration allowance, Instant now) {
        return rates.isOld(currency, allowance, now);
    }

    /** Of the positions whose cost and value are known. */
    BigDecimal cost() {
        return sum(positions, position -> position.gain().flatMap(gain -> position.cost()));
    }

    /** Of the positions whose cost and value are known, at today's exchange rates. */
    BigDecimal gain() {
        return sum(positions, ValuedPosition::gain);
    }

    /** Since the previous closes, of what is held now. */
    public BigDecimal dayChange() {
        return sum(positions, ValuedPosition::dayChange);
    }

    boolean simulated() {
        return positions.stream().anyMatch(ValuedPosition::simulated);
    }

    /** The symbols of the positions that fit. */
    public List<String> symbols(Predicate<ValuedPosition> which) {
        return positions.stream()
                .filter(which)
                .map(valued -> valued.position().symbol())
                .toList();
    }

    /** The currencies other than the base that something here is in. */
    List<String> foreignCurrencies() {
        var currencies = new TreeSet<String>();
        positions.forEach(valued -> currencies.add(valued.priceCurrency()));
        positions.forEach(valued -> currencies.add(valued.position().currency().getCode()));
        cash.forEach(valued -> currencies.add(valued.money().getCurrencyUnit().getCode()));
        currencies.remove(held.portfolio().baseCurrency().getCode());
        return List.copyOf(currencies);
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, Optional<BigDecimal>> amount) {
        return parts.stream().map(amount).flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
