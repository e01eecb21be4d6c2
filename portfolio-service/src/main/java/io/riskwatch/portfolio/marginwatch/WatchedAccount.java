package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginRules;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.OptionTerms;
import io.riskwatch.portfolio.tick.Tick;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One margin account in the book: what it consists of in columns, a number per symbol, currency and set of rates, and where it
 * stands. No object per holding: a hundred thousand accounts of ten holdings are a million holdings.
 */
final class WatchedAccount {

    private static final int[] NONE = {};

    final UUID organisationId;
    final UUID portfolioId;
    final @Nullable UUID clientId;
    final @Nullable Long clientNumber;
    final String currencyCode;
    final int currency;
    final MarginRules rules;
    final Bounds bounds;
    final int[] symbols;
    final Decimals quantities;
    final int[] rates;
    final int[] cashCurrencies;
    final Decimals cash;
    final @Nullable BigDecimal setLoan;

    final AccountContent.Past past;

    /** Whether the cheap screen does not know all that its rule knows. */
    final boolean onlyExact;

    /** By place; absent without options, and for what is none. */
    final @Nullable OptionTerms @Nullable [] options;

    /** By place; absent when everything had a price when it was read. */
    final @Nullable Tick @Nullable [] lastTrades;

    /** Numbers of what else its figures depend on: exchange rates and underlyings. */
    int[] others = NONE;

    /** As PostgreSQL has it, as far as is known here. */
    MarginState state = MarginState.OK;

    /** Of the state, see {@link MarginStates}. */
    long version;

    /** Whether a change of state is being written; until then it is not judged again. */
    boolean pending;

    /** Whether it waits for the next pass. */
    boolean touched;

    /** Whether the book has another in its place, or none. */
    boolean gone;

    /** The symbol whose price touched it last since it was judged; -1 when it was no price. */
    int touchedBy = -1;

    WatchedAccount(AccountContent content, PriceColumns prices, RateColumns rateColumns) {
        organisationId = content.organisationId();
        portfolioId = content.portfolioId();
        clientId = content.clientId();
        clientNumber = content.clientNumber();
        currencyCode = content.currency().intern();
        currency = prices.currency(content.currency());
        rules = content.rules();
        bounds = rateColumns.bounds(content.rules());
        setLoan = content.setLoan();
        past = content.past();
        List<AccountContent.Holding> holdings = content.holdings();
        symbols = holdings.stream()
                .mapToInt(holding -> prices.numberOf(holding.symbol()))
                .toArray();
        quantities = new Decimals(
                holdings.stream().map(AccountContent.Holding::quantity).toList());
        rates = holdings.stream()
                .mapToInt(holding -> rateColumns.numberOf(holding.rates()))
                .toArray();
        List<AccountContent.Balance> balances = content.cash();
        cashCurrencies = balances.stream()
                .mapToInt(balance -> prices.currency(balance.currency()))
                .toArray();
        cash = new Decimals(
                balances.stream().map(AccountContent.Balance::amount).toList());
        boolean hasOptions = holdings.stream().anyMatch(holding -> holding.option() != null);
        options = hasOptions
                ? holdings.stream().map(AccountContent.Holding::option).toArray(OptionTerms[]::new)
                : null;
        boolean unpriced = false;
        for (int symbol : symbols) {
            unpriced |= !prices.isPriced(symbol);
        }
        lastTrades = unpriced
                ? holdings.stream().map(AccountContent.Holding::lastTrade).toArray(Tick[]::new)
                : null;
        onlyExact = hasOptions || rules.concentrationAddOn().signum() != 0;
    }

    int holdings() {
        return symbols.length;
    }

    @Nullable
    OptionTerms option(int place) {
        return options == null ? null : options[place];
    }

    @Nullable
    Tick lastTrade(int place) {
        return lastTrades == null ? null : lastTrades[place];
    }

    /** Finds out anew what its figures depend on beside its own symbols. */
    void connect(PriceColumns prices) {
        Set<Integer> found = new TreeSet<>();
        for (int place = 0; place < symbols.length; place++) {
            Tick fallback = lastTrade(place);
            if (prices.isPriced(symbols[place])) {
                addRate(found, prices.currencyOf(symbols[place]));
            } else if (fallback != null) {
                addRate(found, prices.currency(fallback.currency()));
            }
            OptionTerms option = option(place);
            if (option != null) {
                found.add(prices.numberOf(option.underlying()));
            }
            if (quantities.nearest(place) < 0) {
                addRate(found, PriceColumns.DOLLAR); // the rules of short positions are dollars per share
            }
        }
        for (int of : cashCurrencies) {
            addRate(found, of);
        }
        for (int own : symbols) {
            found.remove(own);
        }
        others = found.isEmpty()
                ? NONE
                : found.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addRate(Set<Integer> found, int from) {
        if (from != currency) {
            if (from != PriceColumns.DOLLAR) {
                found.add(from);
            }
            if (currency != PriceColumns.DOLLAR) {
                found.add(currency);
            }
        }
    }
}
