package io.riskwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.gateway.standin.Browser;
import io.riskwatch.gateway.standin.StandInAuthorizationServer;
import io.riskwatch.gateway.standin.StandInServices;
import io.riskwatch.localstack.TestStack;
import io.riskwatch.localstack.process.Ports;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway on a real Redis before stand-ins of the services; one start for all. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
public abstract class GatewayIT {

    protected static final StandInAuthorizationServer AUTHORIZATION = new StandInAuthorizationServer();
    protected static final StandInServices PORTFOLIO = AUTHORIZATION.serve();
    protected static final StandInServices MARKETDATA = new StandInServices(routes -> {});
    protected static final StandInServices BILLING = new StandInServices(routes -> {});

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PORT = Ports.free();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    protected static final String ORIGIN = "http://localhost:" + PORT;

    private static final Map<String, String> PROPERTIES = properties();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        PROPERTIES.forEach((name, value) -> registry.add(name, () -> value));
    }

    private static Map<String, String> properties() {
        AUTHORIZATION.issuer(ORIGIN);
        Map<String, String> properties = new LinkedHashMap<>(TestStack.springProperties("gateway"));
        properties.put("server.port", Integer.toString(PORT));
        properties.put("riskwatch.public-url", ORIGIN);
        properties.put("riskwatch.portfolio-url", PORTFOLIO.url());
        properties.put("riskwatch.marketdata-url", MARKETDATA.url());
        properties.put("riskwatch.billing-url", BILLING.url());
        properties.put("riskwatch.gateway.client-secret", StandInAuthorizationServer.SECRET);
        // a proxy of ours in front: each test comes from an address of its own
        properties.put("riskwatch.gateway.limits.proxies", "1");
        // what comes meanwhile is little, also on a machine so busy that a hundred requests take a minute
        properties.put("riskwatch.gateway.limits.user.requests", "1");
        properties.put("riskwatch.gateway.limits.user.per", "10s");
        properties.put("riskwatch.gateway.limits.user.burst", "60");
        properties.put("riskwatch.gateway.limits.guest.burst", "3");
        properties.put("riskwatch.gateway.limits.sign-in.per", "1m");
        properties.put("riskwatch.gateway.limits.sign-in.burst", "20");
        properties.put("spring.cloud.gateway.server.webflux.httpclient.response-timeout", "6s");
        return properties;
    }

    /** Another gateway beside the first, as a replica or after a restart. */
    protected static ConfigurableApplicationContext anotherGateway(int port, Map<String, String> different) {
        Map<String, Object> properties = new LinkedHashMap<>(PROPERTIES);
        properties.put("server.port", Integer.toString(port));
        properties.putAll(different);
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(GatewayServiceApplication.class)
                .initializers(GatewayIT::withLoopsOfItsOwn)
                .run(arguments);
    }

    /** Else closing it would take the event loops of the whole JVM along. */
    private static void withLoopsOfItsOwn(ConfigurableApplicationContext context) {
        ReactorResourceFactory loops = new ReactorResourceFactory();
        loops.setUseGlobalResources(false);
        ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> loops);
    }

    protected static Browser browser() {
        int number = ADDRESSES.incrementAndGet();
        return new Browser(ORIGIN, "10.0." + number / 250 + "." + (number % 250 + 1));
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    protected static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode body = json(response);
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("type").asString()).endsWith("/" + type);
        assertThat(body.get("title").asString()).isNotBlank();
        assertThat(body.get("detail").asString()).isNotBlank();
        assertThat(body.get("traceId").asString()).matches("[0-9a-f]{32}");
    }
}
