package io.riskwatch.marketdata.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.calendar.MarketSession;
import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.SettableClock;
import io.riskwatch.marketdata.xsim.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which market's hours hold for which symbol, and where they are told. */
class SymbolSessionsIT extends MarketdataIT {
    private static final Instant CLOSE = Instant.parse("2026-11-27T18:00:00Z");
    private static final Instant OPENING = Instant.parse("2026-11-30T14:30:00Z");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Exchange exchange;

    @Autowired
    private KnownInstruments instruments;

    @Autowired
    private QuoteJson json;

    private final SettableClock clock = SettableClock.at("2026-11-28T12:00:00Z");
    private SymbolSessions sessions;

    @BeforeEach
    void saturday() {
        sessions = new SymbolSessions(exchange, instruments, clock);
    }

    @AfterEach
    void forget() {
        redis.opsForHash().delete(QuotePublisher.HASH, "SESSION", "LEARNT");
        jdbc.sql("delete from instrument where provider = 'session-test'").update();
    }

    private void learn(String symbol, String market, InstrumentType type) {
        instruments.learn(symbol, market, null, type, "USD", "session-test");
    }

    @Test
    void theMarketOfASymbolDecides() {
        learn("SESSION", "XNAS", InstrumentType.EQUITY);
        for (String american : List.of("SESSION", "SESSION:XNAS", "OTHER:ARCX")) {
            assertThat(sessions.now(american))
                    .as(american)
                    .hasValueSatisfying(
                            session -> assertThat(session.nextOpens()).isEqualTo(OPENING));
        }
        assertThat(sessions.now("EUR-USD").map(MarketSession::nextOpens))
                .hasValue(Instant.parse("2026-11-29T22:00:00Z"));
        assertThat(sessions.now("BTC-USD")).as("crypto never rests").isEmpty();
        assertThat(sessions.now("ORBX")).as("nor does the simulated market").isEmpty();
        assertThat(sessions.now("TORONTO:XTSE")).as("whose hours are not known").isEmpty();
        assertThat(sessions.now("no symbol")).isEmpty();
    }

    @Test
    void anInstrumentThatIsLearntLaterIsFoundLater() {
        assertThat(sessions.now("LEARNT")).isEmpty();
        learn("LEARNT", "XNAS", InstrumentType.EQUITY);
        clock.advance(Duration.ofMinutes(11));
        assertThat(sessions.now("LEARNT")).isPresent();
    }

    @Test
    void whatIsPublishedCarriesTheSession() {
        learn("SESSION", "XNAS", InstrumentType.EQUITY);
        QuotePublisher publisher = new QuotePublisher(redis, json, sessions);
        publisher.publish(List.of(Quote.of("SESSION", 271.5, "USD", CLOSE, 270.0, "session-test", false)));

        assertThat(json.read(String.valueOf(redis.opsForHash().get(QuotePublisher.HASH, "SESSION"))))
                .satisfies(quote -> {
                    assertThat(quote.sessionCloses()).isEqualTo(CLOSE);
                    assertThat(quote.nextOpens()).isEqualTo(OPENING);
                });
        assertThat(redis.opsForHash().get(QuotePublisher.HASH, "ORBX"))
                .asString()
                .doesNotContain("sessionCloses");
    }
}
