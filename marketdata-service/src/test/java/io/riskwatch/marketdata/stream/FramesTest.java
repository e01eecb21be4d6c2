package io.riskwatch.marketdata.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.riskwatch.marketdata.quote.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FramesTest {
    private static final Instant CLOSE = Instant.ofEpochMilli(1_764_266_400_000L);
    private static final Instant OPENING = Instant.ofEpochMilli(1_764_513_000_000L);

    private final Frames frames = new Frames(UnpooledByteBufAllocator.DEFAULT, new JsonMapper());

    private static String text(TextWebSocketFrame frame) {
        try {
            return frame.text();
        } finally {
            frame.release();
        }
    }

    private static Fragment resting(int id) {
        return Fragment.of(
                1, id, new Quote("AAPL:XNAS", 271.5, "USD", CLOSE, null, null, null, "test", false, CLOSE, OPENING));
    }

    @Test
    void aSnapshotTellsTheSessionsOfMarketsThatRest() {
        assertThat(text(frames.snapshot(
                        Map.of("AAPL:XNAS", 7), List.of(resting(7), Fragment.of(2, 8, 1.5, 1_764_266_400_001L)), 3)))
                .isEqualTo("{\"type\":\"snapshot\",\"symbols\":{\"AAPL:XNAS\":7},"
                        + "\"prices\":[[7,271.5,1764266400000],[8,1.5,1764266400001]],"
                        + "\"sessions\":[[7,1764266400000,1764513000000]],\"seq\":3}");
    }

    @Test
    void withoutSuchAMarketASnapshotIsAsItWas() {
        assertThat(text(frames.snapshot(Map.of("ORBX", 8), List.of(Fragment.of(2, 8, 1.5, 1L)), 1)))
                .isEqualTo("{\"type\":\"snapshot\",\"symbols\":{\"ORBX\":8},\"prices\":[[8,1.5,1]],\"seq\":1}");
        assertThat(text(frames.prices(List.of(resting(7)), 4)))
                .isEqualTo("{\"type\":\"prices\",\"prices\":[[7,271.5,1764266400000]],\"seq\":4}");
    }
}
