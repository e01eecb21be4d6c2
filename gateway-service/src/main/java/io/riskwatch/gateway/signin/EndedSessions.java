package io.riskwatch.gateway.signin;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.ReactiveSubscription.Message;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Tells every gateway that a session is over, so that each closes the sockets it opened. A gateway that does not hear of it, because
 * Redis was away, closes them when their access token ends, as ever.
 */
@Component
public class EndedSessions implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EndedSessions.class);
    private static final String CHANNEL = "riskwatch:session:ended";
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final ReactiveStringRedisTemplate redis;
    private final Sinks.Many<String> heard = Sinks.many().multicast().directBestEffort();
    private final Disposable listening;

    EndedSessions(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
        this.listening = listen(redis, CHANNEL).subscribe(heard::tryEmitNext);
    }

    /** The ids of sessions that ended anywhere, from now on. */
    public Flux<String> ids() {
        return heard.asFlux();
    }

    Mono<Void> tell(String sessionId) {
        return redis.convertAndSend(CHANNEL, sessionId)
                .then()
                .doOnError(e -> log.warn("event=ended-session-untold reason=\"{}\"", e.toString()))
                .onErrorComplete(); // it has ended all the same
    }

    /** What is said on a channel, over every loss of the connection. */
    static Flux<String> listen(ReactiveStringRedisTemplate redis, String channel) {
        return Flux.defer(() -> redis.listenToChannel(channel))
                .map(Message::getMessage)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, SOON).maxBackoff(LATER));
    }

    @Override
    public void destroy() {
        listening.dispose();
    }
}
