package io.riskwatch.marketdata.stream;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What one connection listens to: shared symbols by their number, the organisation's own uploads by private numbers. */
final class Subscriptions {
    /** Private numbers begin here; the board's never reach it. */
    private static final int FIRST_PRIVATE = 1_000_000;

    private static final int[] NONE = {};

    private int[] shared = NONE;
    private Map<String, Integer> uploads = Map.of();
    private int nextPrivate = FIRST_PRIVATE;

    int size() {
        return shared.length + uploads.size();
    }

    /** The shared symbols' numbers; not to be written to. */
    int[] shared() {
        return shared;
    }

    void add(int id) {
        for (int known : shared) {
            if (known == id) {
                return;
            }
        }
        shared = Arrays.copyOf(shared, shared.length + 1);
        shared[shared.length - 1] = id;
    }

    /** Listens to an uploaded symbol and answers its private number, the same one each time. */
    int addUpload(String symbol) {
        Integer known = uploads.get(symbol);
        if (known != null) {
            return known;
        }
        Map<String, Integer> more = new HashMap<>(uploads);
        more.put(symbol, nextPrivate);
        uploads = more;
        return nextPrivate++;
    }

    void remove(int id) {
        shared = Arrays.stream(shared).filter(known -> known != id).toArray();
    }

    void removeUpload(String symbol) {
        if (uploads.containsKey(symbol)) {
            Map<String, Integer> fewer = new HashMap<>(uploads);
            fewer.remove(symbol);
            uploads = fewer;
        }
    }
}
