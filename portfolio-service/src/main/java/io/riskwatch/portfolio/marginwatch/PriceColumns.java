package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.tick.Tick;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest price of every symbol that somebody in the book holds or that converts a currency, in columns by the symbol's number.
 * Not safe for several threads.
 *
 * <p>A currency is known by the number of its pair with the dollar ({@code EURUSD} for the euro), as everywhere in valuation; the
 * dollar itself is {@link #DOLLAR}.
 */
final class PriceColumns {

    /** The currency all others are priced in. */
    static final int DOLLAR = -1;

    private static final int UNKNOWN = -2;
    private static final String PIVOT = "USD";
    private static final int FIRST_ROOM = 1_024;

    private final Map<String, Integer> numbers = new HashMap<>();
    private String[] symbols = new String[FIRST_ROOM];
    private double[] prices = new double[FIRST_ROOM];
    private int[] currencies = new int[FIRST_ROOM];
    private boolean[] stale = new boolean[FIRST_ROOM];
    private @Nullable Tick[] ticks = new Tick[FIRST_ROOM];

    int size() {
        return numbers.size();
    }

    /** The symbol's number, a new one for a new symbol. */
    int numberOf(String symbol) {
        Integer known = numbers.get(symbol);
        return known == null ? add(symbol) : known;
    }

    private int add(String symbol) {
        int number = numbers.size();
        if (number == symbols.length) {
            int room = 2 * number;
            symbols = Arrays.copyOf(symbols, room);
            prices = Arrays.copyOf(prices, room);
            currencies = Arrays.copyOf(currencies, room);
            stale = Arrays.copyOf(stale, room);
            ticks = Arrays.copyOf(ticks, room);
        }
        numbers.put(symbol, number);
        symbols[number] = symbol;
        prices[number] = Double.NaN;
        currencies[number] = UNKNOWN;
        stale[number] = true;
        return number;
    }

    /** Nothing for a symbol nobody holds. */
    @Nullable
    Integer find(String symbol) {
        return numbers.get(symbol);
    }

    String symbol(int number) {
        return symbols[number];
    }

    /** A currency's number. */
    int currency(String code) {
        return code.equals(PIVOT) ? DOLLAR : numberOf(code + PIVOT);
    }

    /** Takes the price; answers whether the symbol is now priced in another currency than before, or for the first time in any. */
    boolean put(int number, Tick tick) {
        int before = currencies[number];
        int currency = currency(tick.currency());
        prices[number] = tick.price().doubleValue();
        ticks[number] = tick;
        currencies[number] = currency;
        return before != currency;
    }

    /** Sets whether the price is older than it may be; answers whether that is news. */
    boolean setStale(int number, boolean isStale) {
        boolean news = stale[number] != isStale;
        stale[number] = isStale;
        return news;
    }

    /** Whether there is no price, or one that is older than it may be. */
    boolean isStale(int number) {
        return stale[number];
    }

    /** Whether what the symbol is worth in a currency is not known by prices and exchange rates that are fresh. */
    boolean isStale(int number, int into) {
        return stale[number] || (currencies[number] != into && (isStaleRate(currencies[number]) || isStaleRate(into)));
    }

    /** Whether it is known what one currency is worth in another. */
    boolean isRateKnown(int from, int into) {
        return from == into || !(Double.isNaN(dollars(from)) || Double.isNaN(dollars(into)));
    }

    private boolean isStaleRate(int currency) {
        return currency != DOLLAR && stale[currency];
    }

    /** NaN while there is none. */
    double price(int number) {
        return prices[number];
    }

    @Nullable
    Tick tick(int number) {
        return ticks[number];
    }

    boolean isPriced(int number) {
        return currencies[number] != UNKNOWN;
    }

    /** The number of the currency the symbol is priced in, of one that {@link #isPriced}. */
    int currencyOf(int number) {
        return currencies[number];
    }

    /** Dollars per unit of a currency; NaN while it is not known. */
    double dollars(int currency) {
        return currency == DOLLAR ? 1 : prices[currency];
    }
}
