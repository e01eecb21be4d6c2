package io.riskwatch.marketdata.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.riskwatch.marketdata.quote.FeedState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The messages of the server, as API.md and contract/stream.md write them. */
final class Frames {
    private static final byte[] PRICES = ascii("{\"type\":\"prices\",\"prices\":[");
    private static final byte[] SEQUENCE = ascii("],\"seq\":");
    private static final byte[] HEARTBEAT = ascii("{\"type\":\"heartbeat\"}");

    private final ByteBufAllocator allocator;
    private final JsonMapper json;

    Frames(ByteBufAllocator allocator, JsonMapper json) {
        this.allocator = allocator;
        this.json = json;
    }

    TextWebSocketFrame hello(long heartbeatMillis) {
        return text(ascii("{\"type\":\"hello\",\"heartbeatMs\":" + heartbeatMillis + "}"));
    }

    TextWebSocketFrame heartbeat() {
        return text(HEARTBEAT);
    }

    TextWebSocketFrame prices(List<Fragment> fragments, long sequence) {
        byte[] number = ascii(Long.toString(sequence));
        int length = PRICES.length + Fragment.totalLength(fragments) + SEQUENCE.length + number.length + 1;
        ByteBuf buffer = allocator.directBuffer(length).writeBytes(PRICES);
        append(buffer, fragments);
        buffer.writeBytes(SEQUENCE).writeBytes(number).writeByte('}');
        return new TextWebSocketFrame(buffer);
    }

    TextWebSocketFrame snapshot(Map<String, Integer> symbols, List<Fragment> fragments, long sequence) {
        byte[] head = json.writeValueAsBytes(symbols);
        byte[] sessions = sessions(fragments);
        ByteBuf buffer = allocator.directBuffer(head.length + sessions.length + Fragment.totalLength(fragments) + 80);
        buffer.writeBytes(ascii("{\"type\":\"snapshot\",\"symbols\":")).writeBytes(head);
        buffer.writeBytes(ascii(",\"prices\":["));
        append(buffer, fragments);
        buffer.writeByte(']').writeBytes(sessions);
        buffer.writeBytes(ascii(",\"seq\":" + sequence + "}"));
        return new TextWebSocketFrame(buffer);
    }

    /** Of the markets that rest; without one the member is left out. */
    private static byte[] sessions(List<Fragment> fragments) {
        String all = fragments.stream()
                .flatMap(fragment -> fragment.session().stream())
                .map(session -> "[" + session.id() + "," + session.closes() + "," + session.nextOpens() + "]")
                .collect(Collectors.joining(","));
        return ascii(all.isEmpty() ? "" : ",\"sessions\":[" + all + "]");
    }

    TextWebSocketFrame status(boolean stale, String since) {
        return text(json.writeValueAsBytes(new Status("status", stale ? "STALE" : "LIVE", stale, since)));
    }

    /** How a provider's live prices stand. */
    TextWebSocketFrame feed(FeedState feed) {
        return text(json.writeValueAsBytes(new Feed(
                "status",
                feed.live() ? "LIVE" : "DELAYED",
                !feed.live(),
                feed.since().toString(),
                feed.provider())));
    }

    TextWebSocketFrame error(String code, String message, List<String> symbols) {
        return text(json.writeValueAsBytes(new Refusal("error", code, message, symbols)));
    }

    private TextWebSocketFrame text(byte[] bytes) {
        return new TextWebSocketFrame(allocator.directBuffer(bytes.length).writeBytes(bytes));
    }

    private static void append(ByteBuf buffer, List<Fragment> fragments) {
        boolean first = true;
        for (Fragment fragment : fragments) {
            if (!first) {
                buffer.writeByte(',');
            }
            first = false;
            buffer.writeBytes(fragment.json());
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether prices flow, and since when. */
    record Status(String type, String state, boolean stale, String since) {}

    /** Whether a provider's prices flow, and since when. */
    record Feed(String type, String state, boolean stale, String since, String provider) {}

    /** What was wrong with a command. */
    record Refusal(String type, String code, String message, List<String> symbols) {
        Refusal {
            symbols = List.copyOf(symbols);
        }
    }
}
