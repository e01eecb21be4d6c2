package io.riskwatch.portfolio;

import io.riskwatch.localstack.TestStack;
import io.riskwatch.portfolio.alert.MailCatcher;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * The service on real servers, started once for all integration tests of the module: extend it and add no annotation, no
 * property and no mock bean, or Spring starts again. Every test takes organisations of its own ({@link #callers}).
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "riskwatch.access.gateway-secret=" + PortfolioServiceIT.GATEWAY_SECRET,
            "riskwatch.access.worker-secret=" + PortfolioServiceIT.WORKER_SECRET,
            "riskwatch.access.local-cli-secret=" + PortfolioServiceIT.LOCAL_CLI_SECRET,
            "riskwatch.access.key-secret=" + PortfolioServiceIT.KEY_SECRET,
            "riskwatch.access.guests-per-address-and-hour=10",
            "riskwatch.access.sign-ups-per-address-and-hour=10",
            "riskwatch.analysis.workers=4",
            "riskwatch.alert.webhook.to-private-addresses=true",
            "riskwatch.alert.webhook.failures-until-off=5",
            "riskwatch.alert.delivery.attempts=5",
            "riskwatch.alert.delivery.first-retry=200ms",
            "riskwatch.alert.delivery.longest-retry=400ms",
            "riskwatch.alert.watch.portfolio-interval=200ms",
            "spring.mail.host=127.0.0.1",
            "spring.jpa.hibernate.ddl-auto=validate"
        })
@Import(TestCallers.class)
public abstract class PortfolioServiceIT {

    static {
        // generous: a busy machine is slow, not wrong
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    public static final String GATEWAY_SECRET = "gateway-secret-of-the-integration-tests";
    public static final String WORKER_SECRET = "worker-secret-of-the-integration-tests";
    public static final String LOCAL_CLI_SECRET = "local-cli-secret-of-the-integration-tests";
    public static final String KEY_SECRET = "key-secret-of-the-integration-tests";

    @LocalServerPort
    private int port;

    @Autowired
    protected TestCallers callers;

    /** As the service's own database role; without a tenant it sees no tenant's row. */
    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.springProperties("portfolio").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("riskwatch.marketdata-url", FakeMarketdata::address);
        registry.add("spring.mail.port", MailCatcher::port);
    }

    /** Requests with the caller's token. */
    protected RestTestClient http(TestCaller caller) {
        return http(caller.token());
    }

    protected RestTestClient http(String token) {
        return RestTestClient.bindToServer()
                .baseUrl(address())
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    /** Requests without a token. */
    protected RestTestClient anonymous() {
        return RestTestClient.bindToServer().baseUrl(address()).build();
    }

    protected String address() {
        return "http://localhost:" + port;
    }
}
