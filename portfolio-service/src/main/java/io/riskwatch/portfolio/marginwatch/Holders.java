package io.riskwatch.portfolio.marginwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The accounts whose figures depend on a price, by the number of its symbol. Not safe for several threads. */
final class Holders {

    private static final int FEW = 4;

    private final List<List<WatchedAccount>> accounts = new ArrayList<>();

    void add(int symbol, WatchedAccount account) {
        while (symbol >= accounts.size()) {
            accounts.add(new ArrayList<>(FEW));
        }
        accounts.get(symbol).add(account);
    }

    /** The last one takes its place. */
    void remove(int symbol, WatchedAccount account) {
        List<WatchedAccount> of = accounts.get(symbol);
        int place = of.lastIndexOf(account);
        if (place < 0) {
            throw new IllegalStateException("the account was not among the holders of symbol " + symbol);
        }
        WatchedAccount last = of.removeLast();
        if (place < of.size()) {
            of.set(place, last);
        }
    }

    void forEach(int symbol, Consumer<WatchedAccount> action) {
        if (symbol < accounts.size()) {
            accounts.get(symbol).forEach(action);
        }
    }
}
