package io.riskwatch.marketdata.stream;

import io.riskwatch.marketdata.quote.Quote;
import io.riskwatch.marketdata.quote.QuoteListener;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The latest fragment per symbol, with one version for all: a session that has seen version v lacks exactly the fragments
 * above v. No queue per session, so a slow client costs nothing and loses only prices that were overtaken.
 */
final class PriceBoard implements QuoteListener {
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private volatile AtomicReferenceArray<Fragment> fragments = new AtomicReferenceArray<>(256);
    private volatile int size;
    private volatile long version;

    @Override
    public synchronized void quotesArrived(List<Quote> quotes) {
        for (Quote quote : quotes) {
            int id = ids.computeIfAbsent(quote.symbol(), symbol -> nextId());
            long next = version + 1;
            fragments.set(id, Fragment.of(next, id, quote));
            version = next;
        }
    }

    /** The number a symbol has in frames; empty when nobody has priced it. */
    OptionalInt id(String symbol) {
        Integer id = ids.get(symbol);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    @Nullable
    Fragment latest(int id) {
        return fragments.get(id);
    }

    /** All fragments up to the current version, to be shared by the sessions of one flush. */
    View view() {
        long upTo = version; // first: whatever is read after it is at least as new
        AtomicReferenceArray<Fragment> all = fragments;
        int count = size;
        @Nullable Fragment[] copy = new Fragment[count];
        for (int i = 0; i < count; i++) {
            copy[i] = all.get(i);
        }
        return new View(upTo, copy);
    }

    private int nextId() {
        int id = size;
        if (id == fragments.length()) {
            AtomicReferenceArray<Fragment> larger = new AtomicReferenceArray<>(2 * id);
            for (int i = 0; i < id; i++) {
                larger.set(i, fragments.get(i));
            }
            fragments = larger;
        }
        size = id + 1;
        return id;
    }

    /** What one flush sends from. */
    static final class View {
        private final long version;
        private final @Nullable Fragment[] fragments;

        private View(long version, @Nullable Fragment[] fragments) {
            this.version = version;
            this.fragments = fragments;
        }

        long version() {
            return version;
        }

        /** The fragment of a symbol when it is news to somebody who has seen {@code seen}; else null. */
        @Nullable
        Fragment news(int id, long seen) {
            Fragment fragment = id < fragments.length ? fragments[id] : null;
            return fragment != null && fragment.version() > seen && fragment.version() <= version ? fragment : null;
        }

        @Override
        public String toString() {
            return "View[" + version + ", " + Arrays.toString(fragments) + "]";
        }
    }
}
