package io.riskwatch.marketdata;

import io.riskwatch.localstack.TestStack;
import java.util.UUID;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The one running service that all integration tests of this module share, with real PostgreSQL and Redis. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class MarketdataIT {
    protected static final UUID ORGANISATION = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    protected static final UUID OTHER_ORGANISATION = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    protected static final TestTokens TOKENS = new TestTokens();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.springProperties("marketdata").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("riskwatch.portfolio-url", TOKENS::issuerUrl);
        registry.add("riskwatch.public-url", () -> TestTokens.ISSUER);
        registry.add("riskwatch.stream.slow-after", () -> "2s");
    }

    /** A client that shows a token of a member of the organisation. */
    protected WebTestClient client(UUID organisation) {
        return client(TOKENS.member(organisation));
    }

    protected WebTestClient client(String token) {
        return anonymous().mutate().defaultHeaders(h -> h.setBearerAuth(token)).build();
    }

    protected WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(java.time.Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 << 20))
                .build();
    }
}
