package io.riskwatch.marketdata.stream;

import io.riskwatch.marketdata.quote.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A price as it stands in every frame that carries it: {@code [id,price,asOf]}, encoded once. Immutable. */
final class Fragment {
    private final long version;
    private final byte[] json;
    private final @Nullable Session session;

    private Fragment(long version, byte[] json, @Nullable Session session) {
        this.version = version;
        this.json = json;
        this.session = session;
    }

    /** When the market of a symbol closes, or closed last, and when it opens after that; in milliseconds since 1970. */
    record Session(int id, long closes, long nextOpens) {}

    static Fragment of(long version, int id, double price, long asOfMillis) {
        return new Fragment(version, json(id, price, asOfMillis), null);
    }

    static Fragment of(long version, int id, Quote quote) {
        Instant closes = quote.sessionCloses();
        Instant opens = quote.nextOpens();
        Session session =
                closes == null || opens == null ? null : new Session(id, closes.toEpochMilli(), opens.toEpochMilli());
        return new Fragment(version, json(id, quote.price(), quote.asOf().toEpochMilli()), session);
    }

    private static byte[] json(int id, double price, long asOfMillis) {
        return ("[" + id + "," + price + "," + asOfMillis + "]").getBytes(StandardCharsets.US_ASCII);
    }

    /** Nothing where the market never rests. */
    Optional<Session> session() {
        return Optional.ofNullable(session);
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
