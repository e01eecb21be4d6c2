package io.riskwatch.portfolio.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.Message;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes the messages of an {@link Inbox} queue many at a time, where there are many and each alone would cost a transaction: those
 * that arrive within a few milliseconds are one effect, in the order they came. What cannot be read, or fails by itself, goes to the
 * dead queue and takes no other with it; while the database is away the listener waits with the messages in its hands.
 */
@Component
public class BatchInbox {

    /** The container factory of listeners that take a list of messages and hand it to {@link #handle}. */
    public static final String CONTAINERS = "batchContainers";

    private static final Logger log = LoggerFactory.getLogger(BatchInbox.class);

    private final Inbox inbox;
    private final RetryTemplate patience;

    BatchInbox(Inbox inbox) {
        this.inbox = inbox;
        this.patience = new RetryTemplate(InboxConfiguration.patience());
    }

    private record Letter<T>(long tag, T content) {}

    /**
     * Reads the messages, lets the effect happen and acknowledges them.
     *
     * @param effect of them all, in one transaction: when it fails, nothing of it has happened
     */
    public <T> void handle(List<Message> messages, Channel channel, Class<T> type, Consumer<List<T>> effect)
            throws IOException {
        List<Letter<T>> letters = new ArrayList<>();
        for (Message message : messages) {
            long tag = message.getMessageProperties().getDeliveryTag();
            try {
                letters.add(new Letter<>(tag, inbox.read(message, type)));
            } catch (AmqpRejectAndDontRequeueException e) {
                log.warn("event=message-refused reason=\"{}\"", e.getMessage());
                channel.basicReject(tag, false);
            }
        }
        if (!letters.isEmpty()) {
            handle(letters, channel, effect);
        }
    }

    private <T> void handle(List<Letter<T>> letters, Channel channel, Consumer<List<T>> effect) throws IOException {
        try {
            patience.execute(() -> {
                effect.accept(letters.stream().map(Letter::content).toList());
                return letters.size();
            });
            channel.basicAck(letters.getLast().tag(), true);
        } catch (RetryException e) {
            if (letters.size() == 1) {
                log.error("event=message-given-up", e);
                channel.basicReject(letters.getFirst().tag(), false);
                return;
            }
            log.warn("event=batch-divided size={} reason=\"{}\"", letters.size(), e.getMessage());
            for (Letter<T> letter : letters) {
                handle(List.of(letter), channel, effect);
            }
        }
    }
}
