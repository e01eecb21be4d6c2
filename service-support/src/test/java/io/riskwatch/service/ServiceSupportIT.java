package io.riskwatch.service;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.riskwatch.localstack.TestStack;
import io.riskwatch.service.NotesApplication.NoteController;
import io.riskwatch.service.NotesApplication.Notes;
import io.riskwatch.service.tenancy.Tenancy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = NotesApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ServiceSupportIT {

    private static final String QUEUE = "notes.recorded";

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.springProperties("support").forEach((name, value) -> registry.add(name, () -> value));
    }

    @Value("${local.server.port}")
    int port;

    @Autowired
    Notes notes;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AmqpAdmin amqp;

    @Autowired
    RabbitTemplate rabbit;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID organisation = UUID.randomUUID();

    @BeforeEach
    void declareReceiver() {
        amqp.declareExchange(new TopicExchange(NotesApplication.EXCHANGE));
        amqp.declareQueue(new Queue(QUEUE));
        amqp.declareBinding(
                new Binding(QUEUE, Binding.DestinationType.QUEUE, NotesApplication.EXCHANGE, "note.*", Map.of()));
        amqp.purgeQueue(QUEUE);
        NoteController.gate = new CountDownLatch(0);
    }

    @Test
    void aCommittedMessageIsPublishedOnceAndARolledBackOneNever() {
        Tenancy.as(organisation, () -> notes.record("kept"));
        assertThatThrownBy(() -> Tenancy.as(organisation, () -> notes.record("fail")))
                .hasMessageContaining("must not fail");

        Message message = rabbit.receive(QUEUE, 10_000);
        assertThat(message).isNotNull();
        assertThat(new String(message.getBody())).contains("\"text\":\"kept\"");
        assertThat(message.getMessageProperties().getMessageId()).isNotBlank();
        await().atMost(ofSeconds(60))
                .until(() -> jdbc.queryForObject("select count(*) from outbox where sent_at is null", Long.class) == 0);
        assertThat(rabbit.receive(QUEUE)).isNull();
    }

    @Test
    void aMessageNoQueueTakesWaitsUntilOneDoes() {
        amqp.deleteQueue(QUEUE);
        Tenancy.as(organisation, () -> notes.record("early"));
        await().atMost(ofSeconds(60))
                .until(() -> jdbc.queryForObject(
                                "select count(*) from outbox where sent_at is null and last_error like 'no queue%'",
                                Long.class)
                        == 1);

        declareReceiver();
        assertThat(rabbit.receive(QUEUE, 20_000)).isNotNull();
    }

    @Test
    void eachOrganisationSeesItsOwnRowsAndNobodySeesNone() {
        UUID other = UUID.randomUUID();
        Tenancy.as(organisation, () -> notes.record("mine"));
        Tenancy.as(other, () -> notes.record("theirs"));

        assertThat(Tenancy.as(organisation, notes::texts)).containsExactly("mine");
        assertThat(Tenancy.as(other, notes::texts)).containsExactly("theirs");
        assertThat(notes.texts()).isEmpty();
    }

    @Test
    void rowLevelSecurityHoldsWhereAQueryForgetsTheOrganisation() {
        UUID other = UUID.randomUUID();
        Tenancy.as(organisation, () -> notes.record("mine"));
        Tenancy.as(other, () -> notes.record("theirs"));

        List<String> seen = Tenancy.as(
                organisation, () -> transaction.execute(s -> jdbc.queryForList("select text from note", String.class)));
        assertThat(seen).containsExactly("mine");
        assertThat(jdbc.queryForList("select text from note", String.class)).isEmpty();
        assertThatThrownBy(() -> Tenancy.as(
                        organisation,
                        () -> transaction.execute(
                                s -> jdbc.update("insert into note values (gen_random_uuid(), ?, 'forged')", other))))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("violates row-level security policy");
    }

    @Test
    void aRepeatedRequestIsAnsweredFromTheFirstAndDoneOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = post("{\"text\":\"once\"}", key, token(organisation));
        HttpResponse<String> second = post("{\"text\":\"once\"}", key, token(organisation));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(Tenancy.as(organisation, notes::texts)).containsExactly("once");
        assertThat(post("{\"text\":\"other\"}", key, token(organisation)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void theSameKeyWhileTheFirstIsAtWorkIsAConflict() throws Exception {
        String key = UUID.randomUUID().toString();
        NoteController.gate = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> first = http.sendAsync(
                request("{\"text\":\"slow\"}", key, token(organisation)), HttpResponse.BodyHandlers.ofString());
        await().atMost(ofSeconds(60))
                .until(() -> jdbc.queryForObject("select count(*) from idempotency_key where key = ?", Long.class, key)
                        == 1);

        assertThat(post("{\"text\":\"slow\"}", key, token(organisation)).statusCode())
                .isEqualTo(409);
        NoteController.gate.countDown();
        assertThat(first.get().statusCode()).isEqualTo(201);
    }

    @Test
    void withoutATokenOrWithAForgedOneTheAnswerIsAProblem() throws Exception {
        HttpResponse<String> anonymous = post("{\"text\":\"a\"}", null, null);
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(anonymous.body()).contains("unauthenticated");
        assertThat(post("{\"text\":\"a\"}", null, token(organisation) + "x").statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> post(String body, String key, String token) throws Exception {
        return http.send(request(body, key, token), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String body, String key, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/notes"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private static String token(UUID organisation) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .subject(new UUID(7, organisation.getLeastSignificantBits()).toString())
                        .claim("org", organisation.toString())
                        .claim("roles", List.of("OWNER"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        jwt.sign(new MACSigner(NotesApplication.KEY));
        return jwt.serialize();
    }
}
