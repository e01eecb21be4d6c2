package io.riskwatch.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.tick.TestTicks;
import io.riskwatch.service.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts over HTTP with ticks of the test's own symbols; receivers are closed in the end. */
public abstract class AlertTestBase extends PortfolioServiceIT {

    protected static final JsonMapper JSON = new JsonMapper();
    protected static final String RULES = "/api/v1/alert-rules";
    protected static final String ALERTS = "/api/v1/alerts";
    protected static final String CHANNELS = "/api/v1/alert-channels";
    private static final Pattern CODE = Pattern.compile("(?m)^ {4}(\\d{8})\\s*$");

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private TransactionOperations transaction;

    protected TestTicks ticks;
    private final List<WebhookCatcher> catchers = new ArrayList<>();

    @BeforeEach
    void ticksOfTheTest() {
        ticks = new TestTicks(redis);
    }

    @AfterEach
    void closeReceivers() {
        catchers.forEach(WebhookCatcher::close);
    }

    protected WebhookCatcher catcher() {
        var catcher = new WebhookCatcher();
        catchers.add(catcher);
        return catcher;
    }

    /** A symbol nobody else has. */
    protected static String newSymbol() {
        return "AL"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 8).toUpperCase(Locale.ROOT);
    }

    protected static String price(String symbol, String direction, String threshold) {
        return "{\"name\":\"Level\",\"kind\":\"PRICE\",\"symbol\":\"%s\",\"direction\":\"%s\",\"threshold\":\"%s\"}"
                .formatted(symbol, direction, threshold);
    }

    protected RestTestClient.ResponseSpec send(TestCaller caller, String uri, String body) {
        return http(caller)
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    protected JsonNode create(TestCaller caller, String uri, String body) {
        return Ledgers.body(send(caller, uri, body).expectStatus().isCreated());
    }

    protected JsonNode put(TestCaller caller, String uri, String body) {
        return Ledgers.body(http(caller)
                .put()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk());
    }

    protected JsonNode get(TestCaller caller, String uri) {
        return Ledgers.body(
                http(caller).get().uri(uri).exchange().expectStatus().isOk());
    }

    /** The alerts of the caller's organisation, the newest first. */
    protected JsonNode inbox(TestCaller caller) {
        return get(caller, ALERTS).path("items");
    }

    /** The only alert, as soon as it is there. */
    protected JsonNode onlyAlert(TestCaller caller) {
        await().until(() -> inbox(caller).size() == 1);
        return inbox(caller).path(0);
    }

    protected JsonNode webhook(TestCaller caller, WebhookCatcher catcher, String more) {
        return create(caller, CHANNELS + "/webhooks", "{\"url\":\"%s\"%s}".formatted(catcher.url(), more));
    }

    /** Gives the caller an address by the way a person goes; answers it. */
    protected String proveAddress(TestCaller caller) {
        var address = "user-" + caller.userId() + "@example.com";
        send(caller, CHANNELS + "/email/address", "{\"address\":\"%s\"}".formatted(address))
                .expectStatus()
                .isAccepted();
        await().until(() -> !MailCatcher.sentTo(address).isEmpty());
        var code = CODE.matcher(MailCatcher.sentTo(address).getFirst().text().replace("\r", ""));
        if (!code.find()) {
            throw new AssertionError("no code in " + MailCatcher.sentTo(address));
        }
        send(caller, CHANNELS + "/email/verification", "{\"code\":\"%s\"}".formatted(code.group(1)))
                .expectStatus()
                .isOk();
        return address;
    }

    /** From an hour ago to an hour from now. */
    protected void beginQuietHours(TestCaller caller) {
        LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        put(
                caller,
                CHANNELS,
                "{\"emailEnabled\":true,\"quietHours\":{\"from\":\"%s\",\"to\":\"%s\",\"zone\":\"UTC\"}}"
                        .formatted(now.minusHours(1), now.plusHours(1)));
    }

    /** As if they were over: so many deliveries that waited are due. */
    protected void endQuietHours(TestCaller caller, int waited) {
        Tenancy.as(
                caller.organisationId(),
                () -> transaction.executeWithoutResult(
                        status -> assertThat(jdbc.sql("update alert_delivery set due_at = now() where deferred")
                                        .update())
                                .isEqualTo(waited)));
    }

    /** The alerts that were mailed, without the code. */
    protected static List<MailCatcher.Mail> alertsMailedTo(String address) {
        return MailCatcher.sentTo(address).stream()
                .filter(mail -> !mail.subject().contains("code"))
                .toList();
    }

    /** Gives something that must not happen the time in which it would have. */
    protected static void stays(BooleanSupplier condition) {
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(20)).until(condition::getAsBoolean);
    }

    protected static String signed(String secret, WebhookCatcher.Request request) {
        try {
            String time = request.signature().substring(2, request.signature().indexOf(','));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal((time + "." + request.body()).getBytes(StandardCharsets.UTF_8));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").stringValue());
    }

    protected static List<String> statuses(JsonNode alert) {
        return alert.path("deliveries")
                .valueStream()
                .map(delivery -> delivery.path("channel").stringValue() + " "
                        + delivery.path("status").stringValue() + " "
                        + delivery.path("attempts").intValue())
                .toList();
    }
}
