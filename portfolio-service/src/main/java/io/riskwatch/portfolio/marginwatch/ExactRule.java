package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginAccount;
import io.riskwatch.portfolio.margin.MarginCalculator;
import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.margin.OptionTerms;
import io.riskwatch.portfolio.tick.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks {@link MarginCalculator} about an account of the book, at the book's prices, with every digit. */
final class ExactRule {

    private final PriceColumns prices;
    private final RateColumns rates;

    ExactRule(PriceColumns prices, RateColumns rates) {
        this.prices = prices;
        this.rates = rates;
    }

    /** What has no price or no exchange rate is in no figure, and makes the account stale. */
    MarginStatus status(WatchedAccount account) {
        Found found = found(account, account);
        MarginStatus status = MarginCalculator.status(found.account(), account.rules, account.state);
        return found.whole() ? status : status.stale();
    }

    /**
     * By the rates of what the account has become; empty when something has no price or no exchange rate.
     *
     * @param later the same account; what it does not hold any more keeps the rates it had
     */
    Optional<MarginStatus> statusWhole(WatchedAccount account, WatchedAccount later) {
        Found found = found(account, later);
        return found.whole()
                ? Optional.of(MarginCalculator.status(found.account(), later.rules, account.state))
                : Optional.empty();
    }

    /** An account at the book's prices, and whether all of it has one. */
    private record Found(MarginAccount account, boolean whole) {}

    private Found found(WatchedAccount account, WatchedAccount later) {
        boolean known = true;
        List<MarginPosition> positions = new ArrayList<>(account.holdings());
        for (int place = 0; place < account.holdings(); place++) {
            MarginPosition position = position(account, place, later);
            if (position == null) {
                known = false;
            } else {
                positions.add(position);
            }
        }
        BigDecimal loan = BigDecimal.ZERO;
        BigDecimal credit = BigDecimal.ZERO;
        for (int place = 0; place < account.cashCurrencies.length; place++) {
            BigDecimal rate = rate(account, account.cashCurrencies[place]);
            if (rate == null) {
                known = false;
            } else {
                BigDecimal value = account.cash.exact(place).multiply(rate);
                loan = loan.subtract(value.min(BigDecimal.ZERO));
                credit = credit.add(value.max(BigDecimal.ZERO));
            }
        }
        MarginAccount exact = new MarginAccount(positions, account.setLoan == null ? loan : account.setLoan, credit);
        return new Found(exact, known);
    }

    private @Nullable MarginPosition position(WatchedAccount account, int place, WatchedAccount later) {
        int symbol = account.symbols[place];
        Tick tick = prices.isPriced(symbol) ? prices.tick(symbol) : account.lastTrade(place);
        BigDecimal rate = tick == null ? null : rate(account, prices.currency(tick.currency()));
        if (tick == null || rate == null) {
            return null;
        }
        BigDecimal dollar = rate(account, PriceColumns.DOLLAR);
        return new MarginPosition(
                prices.symbol(symbol),
                account.quantities.exact(place),
                tick.price(),
                rate,
                rates.exact(ratesOf(account, place, later)),
                option(account, place),
                dollar == null ? BigDecimal.ONE : dollar, // only the rules of short positions ask for it
                prices.isStale(symbol, account.currency));
    }

    private static int ratesOf(WatchedAccount account, int place, WatchedAccount later) {
        if (later == account) {
            return account.rates[place];
        }
        for (int its = 0; its < later.symbols.length; its++) {
            if (later.symbols[its] == account.symbols[place]) {
                return later.rates[its];
            }
        }
        return account.rates[place];
    }

    private @Nullable OptionTerms option(WatchedAccount account, int place) {
        OptionTerms terms = account.option(place);
        Tick underlying = terms == null ? null : prices.tick(prices.numberOf(terms.underlying()));
        return terms == null || underlying == null ? terms : terms.at(underlying.price());
    }

    /** What one unit of the currency is worth in the account's; nothing when a leg of it is not known. */
    private @Nullable BigDecimal rate(WatchedAccount account, int from) {
        if (from == account.currency) {
            return BigDecimal.ONE;
        }
        BigDecimal dollars = dollars(from);
        BigDecimal base = dollars(account.currency);
        return dollars == null || base == null ? null : dollars.divide(base, MathContext.DECIMAL128);
    }

    private @Nullable BigDecimal dollars(int currency) {
        if (currency == PriceColumns.DOLLAR) {
            return BigDecimal.ONE;
        }
        Tick tick = prices.tick(currency);
        return tick == null ? null : tick.price();
    }
}
