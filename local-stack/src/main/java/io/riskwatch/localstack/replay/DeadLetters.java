package io.riskwatch.localstack.replay;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The queue of dead jobs. A letter leaves it only when the broker has confirmed that it lies elsewhere, so that one can come twice but
 * none is lost. A job that is sent again keeps its count of runs: by that its analysis, which has failed, knows that it runs anew.
 */
public final class DeadLetters {

    static final String DEAD = "analysis.jobs.dead";

    private static final String JOBS = "analysis.jobs";
    private static final String RUNS = "x-riskwatch-runs";
    private static final String REASON = "x-riskwatch-reason";
    private static final String INTERACTIVE = "interactive";
    private static final String BATCH = "batch";
    private static final int PERSISTENT = 2;
    private static final int MOST = 10_000;
    private static final int TIMEOUT_MS = 5_000;
    private static final Pattern ANALYSIS = Pattern.compile("\"analysisId\"\\s*:\\s*\"([0-9a-fA-F-]{36})\"");
    private static final Pattern KIND = Pattern.compile("\"kind\"\\s*:\\s*\"([a-z-]{1,16})\"");

    private final ConnectionFactory factory = new ConnectionFactory();

    /** @param properties the Spring properties that lead to the broker */
    public DeadLetters(Map<String, String> properties) {
        factory.setHost(properties.getOrDefault("spring.rabbitmq.host", "127.0.0.1"));
        factory.setPort(Integer.parseInt(properties.getOrDefault("spring.rabbitmq.port", "5672")));
        factory.setUsername(properties.getOrDefault("spring.rabbitmq.username", "guest"));
        factory.setPassword(properties.getOrDefault("spring.rabbitmq.password", "guest"));
        factory.setVirtualHost(properties.getOrDefault("spring.rabbitmq.virtual-host", "/"));
        factory.setConnectionTimeout(TIMEOUT_MS);
        factory.setHandshakeTimeout(TIMEOUT_MS);
        factory.setAutomaticRecoveryEnabled(false);
    }

    /** All letters; the queue is as before. */
    public List<DeadLetter> list() {
        return sort(letter -> Fate.KEPT);
    }

    /** Sends the chosen jobs to the workers again and answers them. */
    public List<DeadLetter> replay(Predicate<DeadLetter> chosen) {
        return sort(letter -> chosen.test(letter) ? Fate.SENT_AGAIN : Fate.KEPT).stream()
                .filter(chosen)
                .toList();
    }

    /** Throws the chosen letters away and answers them. */
    public List<DeadLetter> discard(Predicate<DeadLetter> chosen) {
        return sort(letter -> chosen.test(letter) ? Fate.THROWN_AWAY : Fate.KEPT).stream()
                .filter(chosen)
                .toList();
    }

    private enum Fate {
        KEPT,
        SENT_AGAIN,
        THROWN_AWAY
    }

    /**
     * Takes every letter out once, and answers them all. One that is kept goes back to the end of the queue as a confirmed copy: given
     * back, it would count as delivered, and the broker drops what was delivered too often.
     */
    private List<DeadLetter> sort(Function<DeadLetter, Fate> fates) {
        List<DeadLetter> seen = new ArrayList<>();
        try (Connection connection = factory.newConnection("riskwatch-replay");
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            for (long left = Math.min(MOST, channel.messageCount(DEAD)); left > 0; left--) {
                GetResponse message = channel.basicGet(DEAD, false);
                if (message == null) {
                    break;
                }
                DeadLetter letter = read(message);
                seen.add(letter);
                switch (fates.apply(letter)) {
                    case KEPT -> send(channel, DEAD, message, message.getProps());
                    case SENT_AGAIN -> send(channel, JOBS, message, fresh(message.getProps()));
                    case THROWN_AWAY -> {}
                }
                channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
            }
            return seen;
        } catch (IOException | TimeoutException e) {
            throw new StackException("The dead letters cannot be sorted: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    private static void send(Channel channel, String exchange, GetResponse message, BasicProperties properties)
            throws IOException, InterruptedException, TimeoutException {
        String lane = BATCH.equals(message.getEnvelope().getRoutingKey()) ? BATCH : INTERACTIVE;
        channel.basicPublish(exchange, lane, properties, message.getBody());
        channel.waitForConfirmsOrDie(TIMEOUT_MS);
    }

    /** As new, but for its count of runs. */
    private static BasicProperties fresh(BasicProperties properties) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(RUNS, runs(properties));
        return new BasicProperties.Builder()
                .contentType(properties.getContentType())
                .messageId(properties.getMessageId())
                .deliveryMode(PERSISTENT)
                .headers(headers)
                .build();
    }

    private static DeadLetter read(GetResponse message) {
        String body = new String(message.getBody(), StandardCharsets.UTF_8);
        BasicProperties properties = message.getProps();
        Object reason =
                properties.getHeaders() == null ? null : properties.getHeaders().get(REASON);
        return new DeadLetter(
                first(ANALYSIS, body),
                first(KIND, body),
                runs(properties),
                reason == null ? "the broker gave it up" : reason.toString());
    }

    private static int runs(BasicProperties properties) {
        return properties.getHeaders() != null && properties.getHeaders().get(RUNS) instanceof Number runs
                ? runs.intValue()
                : 0;
    }

    private static String first(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        return found.find() ? found.group(1) : "-";
    }
}
