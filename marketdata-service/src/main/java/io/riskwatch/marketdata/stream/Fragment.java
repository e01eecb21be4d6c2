package io.riskwatch.marketdata.stream;

import io.riskwatch.marketdata.quote.Quote;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A price as it stands in every frame that carries it: {@code [id,price,asOf]}, encoded once. Immutable. */
final class Fragment {
    private final long version;
    private final byte[] json;

    private Fragment(long version, byte[] json) {
        this.version = version;
        this.json = json;
    }

    static Fragment of(long version, int id, double price, long asOfMillis) {
        String json = "[" + id + "," + price + "," + asOfMillis + "]";
        return new Fragment(version, json.getBytes(StandardCharsets.US_ASCII));
    }

    static Fragment of(long version, int id, Quote quote) {
        return of(version, id, quote.price(), quote.asOf().toEpochMilli());
    }

    /** Grows with every price the board takes. */
    long version() {
        return version;
    }

    int length() {
        return json.length;
    }

    /** The bytes themselves, shared by all frames; not to be written to. */
    byte[] json() {
        return json;
    }

    static int totalLength(List<Fragment> fragments) {
        int total = 0;
        for (Fragment fragment : fragments) {
            total += fragment.length() + 1;
        }
        return total;
    }
}
