package io.riskwatch.portfolio.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

class BatchInboxTest {

    private final List<String> said = new ArrayList<>();
    private final List<List<Word>> effects = new ArrayList<>();
    private final BatchInbox inbox = new BatchInbox(new Inbox(new JsonMapper()));

    record Word(String word) {}

    /** Of a channel only what is said to the broker. */
    private final Channel channel = (Channel) Proxy.newProxyInstance(
            Channel.class.getClassLoader(), new Class<?>[] {Channel.class}, (self, method, args) -> {
                said.add(method.getName() + Arrays.toString(args));
                return null;
            });

    private static List<Message> messages(String... bodies) {
        List<Message> messages = new ArrayList<>();
        for (String body : bodies) {
            messages.add(MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                    .setDeliveryTag((long) messages.size() + 1)
                    .build());
        }
        return messages;
    }

    private static String word(String word) {
        return "{\"word\":\"" + word + "\"}";
    }

    @Test
    void allAreOneEffectInTheirOrderAndAcknowledgedAtOnce() throws IOException {
        inbox.handle(messages(word("a"), word("b"), word("c")), channel, Word.class, effects::add);

        assertThat(effects).containsExactly(List.of(new Word("a"), new Word("b"), new Word("c")));
        assertThat(said).containsExactly("basicAck[3, true]");
    }

    @Test
    void whatCannotBeReadGoesAloneToTheDeadQueue() throws IOException {
        inbox.handle(messages(word("a"), "no word", word("c")), channel, Word.class, effects::add);

        assertThat(effects).containsExactly(List.of(new Word("a"), new Word("c")));
        assertThat(said).containsExactly("basicReject[2, false]", "basicAck[3, true]");
    }

    @Test
    void whatFailsByItselfTakesNoOtherWithIt() throws IOException {
        inbox.handle(messages(word("a"), word("bad"), word("c")), channel, Word.class, words -> {
            if (words.contains(new Word("bad"))) {
                throw new IllegalStateException("bad");
            }
            effects.add(words);
        });

        assertThat(effects).containsExactly(List.of(new Word("a")), List.of(new Word("c")));
        assertThat(said).containsExactly("basicAck[1, true]", "basicReject[2, false]", "basicAck[3, true]");
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedForWithTheMessagesInHand() throws IOException {
        List<String> tries = new ArrayList<>();
        inbox.handle(messages(word("a"), "no word", word("c")), channel, Word.class, words -> {
            tries.add("try");
            if (tries.size() < 3) {
                throw new DataAccessResourceFailureException("away");
            }
            effects.add(words);
        });

        assertThat(tries).hasSize(3);
        assertThat(effects).containsExactly(List.of(new Word("a"), new Word("c")));
        assertThat(said).containsExactly("basicReject[2, false]", "basicAck[3, true]");
    }
}
