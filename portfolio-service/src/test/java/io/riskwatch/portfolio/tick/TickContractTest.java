package io.riskwatch.portfolio.tick;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.marketdata.MarketSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The example of marketdata-service's contract, as this service reads it. */
class TickContractTest {

    @Test
    void theMessageOfTheContractIsReadWithTheSessionsOfItsMarkets() throws Exception {
        var example = Files.readString(Path.of("../marketdata-service/contract/event/quotes.example.json"));
        List<Tick> ticks = new JsonMapper().readValue(example, new TypeReference<>() {});

        assertThat(ticks).extracting(Tick::symbol).containsExactly("ORBX", "EURUSD", "AAPL:XNAS");
        assertThat(ticks.get(0).session()).isEqualTo(MarketSession.ALWAYS_OPEN);
        assertThat(ticks.get(1).session()).isEqualTo(MarketSession.ALWAYS_OPEN);
        var saturday = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(ticks.get(2).session().closedSince(saturday)).hasValue(Instant.parse("2026-11-27T18:00:00Z"));
        assertThat(ticks.get(2).age(saturday)).isZero();
        assertThat(ticks.get(2).age(Instant.parse("2026-11-30T14:45:01Z"))).isEqualTo(Duration.ofSeconds(901));
    }
}
