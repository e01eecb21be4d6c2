package io.riskwatch.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.riskwatch.localstack.TestStack;
import io.riskwatch.localstack.process.StackException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queues and exchanges as the worker declares them, with three letters: two jobs and something nobody can read. */
class DeadLettersIT {

    private static final String FIRST = "11111111-1111-4111-8111-111111111111";
    private static final String SECOND = "22222222-2222-4222-8222-222222222222";

    private final Map<String, String> properties = TestStack.springProperties("replay");
    private Connection connection;
    private Channel channel;

    @BeforeEach
    void declare() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setPort(Integer.parseInt(properties.get("spring.rabbitmq.port")));
        factory.setUsername(properties.get("spring.rabbitmq.username"));
        factory.setPassword(properties.get("spring.rabbitmq.password"));
        factory.setVirtualHost(properties.get("spring.rabbitmq.virtual-host"));
        connection = factory.newConnection();
        channel = connection.createChannel();
        channel.exchangeDeclare("analysis.jobs", "direct", true);
        channel.exchangeDeclare("analysis.jobs.dead", "fanout", true);
        for (String queue : new String[] {"analysis.jobs.dead", "analysis.jobs.interactive", "analysis.jobs.batch"}) {
            channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
        }
        channel.queueBind("analysis.jobs.dead", "analysis.jobs.dead", "");
        channel.queueBind("analysis.jobs.interactive", "analysis.jobs", "interactive");
        channel.queueBind("analysis.jobs.batch", "analysis.jobs", "batch");
        channel.confirmSelect();
        bury("interactive", "{\"analysisId\":\"" + FIRST + "\",\"kind\":\"risk\"}", 3, "DependencyException: 503");
        bury("batch", "{\"analysisId\":\"" + SECOND + "\",\"kind\":\"goal\"}", 4, "its workers died");
        bury("interactive", "not json", 1, "not JSON");
    }

    private void bury(String lane, String body, int runs, String reason) throws Exception {
        channel.basicPublish(
                "analysis.jobs.dead",
                lane,
                new BasicProperties.Builder()
                        .headers(Map.of(
                                "x-riskwatch-runs", runs, "x-riskwatch-failures", 3, "x-riskwatch-reason", reason))
                        .deliveryMode(2)
                        .messageId(body.length() + "")
                        .build(),
                body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(10_000);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void theyAreListedWithTheirReasonsHoweverOften() {
        for (int i = 0; i < 3; i++) {
            assertThat(ReplayCommand.obey(properties, ""))
                    .contains(FIRST, "risk", "DependencyException: 503", SECOND, "its workers died", "not JSON");
        }
        assertThat(new DeadLetters(properties).list()).hasSize(3);
    }

    @Test
    void oneIsSentAgainByItsLaneWithItsRunsAndWithoutItsFailures() throws Exception {
        assertThat(ReplayCommand.obey(properties, SECOND)).contains("1 sent again");

        GetResponse again = channel.basicGet("analysis.jobs.batch", true);
        assertThat(new String(again.getBody(), StandardCharsets.UTF_8)).contains(SECOND);
        assertThat(again.getProps().getHeaders())
                .containsEntry("x-riskwatch-runs", 4)
                .doesNotContainKeys("x-riskwatch-failures", "x-riskwatch-reason");
        assertThat(channel.basicGet("analysis.jobs.interactive", true)).isNull();
        assertThat(new DeadLetters(properties).list())
                .extracting(DeadLetter::analysisId)
                .containsExactlyInAnyOrder(FIRST, "-");
    }

    @Test
    void allAreSentAgainOrThrownAway() throws Exception {
        assertThat(ReplayCommand.obey(properties, "--discard " + FIRST)).contains("1 thrown away");
        assertThat(ReplayCommand.obey(properties, "all")).contains("2 sent again");

        assertThat(ReplayCommand.obey(properties, "")).isEqualTo("No dead letters.");
        assertThat(channel.messageCount("analysis.jobs.interactive")).isEqualTo(1);
        assertThat(channel.messageCount("analysis.jobs.batch")).isEqualTo(1);
    }

    @Test
    void whatIsNotThereOrNotNamedIsRefused() {
        assertThatThrownBy(() -> ReplayCommand.obey(properties, "33333333-3333-4333-8333-333333333333"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("No dead letter");
        assertThatThrownBy(() -> ReplayCommand.obey(properties, "--discard")).hasMessageContaining("Which?");
        assertThat(new DeadLetters(properties).list()).hasSize(3);
    }
}
