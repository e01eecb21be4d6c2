package io.riskwatch.gateway.status;

import io.netty.channel.ChannelOption;
import io.riskwatch.gateway.platform.Platform;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Says of each service whether it is up; anybody may ask, and all who ask within a few seconds share one look. */
@RestController
class ServiceStatus {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final WebClient client = WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
                    .responseTimeout(PATIENCE)))
            .build();

    private final Mono<StatusView> look;

    ServiceStatus(Platform platform) {
        Clock clock = Clock.systemUTC();
        this.look = Flux.fromIterable(platform.services().entrySet())
                .flatMapSequential(service -> ask(service.getKey(), service.getValue()))
                .collectList()
                .map(services -> new StatusView(clock.instant(), services))
                .cache(REMEMBERED);
    }

    @GetMapping("/status/services")
    Mono<ResponseEntity<StatusView>> status() {
        return look.map(view -> ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(view));
    }

    private Mono<ServiceView> ask(String name, URI url) {
        return client.get()
                .uri(url + "/actuator/health")
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful() ? State.UP : State.DOWN))
                .onErrorReturn(State.DOWN)
                .map(state -> new ServiceView(name, state));
    }

    /** Whether a service does its work. */
    enum State {
        UP,
        DOWN
    }

    /**
     * The services at one moment.
     *
     * @param checkedAt when they were asked
     * @param services each of them
     */
    record StatusView(Instant checkedAt, List<ServiceView> services) {

        StatusView {
            services = List.copyOf(services);
        }
    }

    /**
     * One service.
     *
     * @param name its name without "-service"
     * @param state whether it is up
     */
    record ServiceView(String name, State state) {}
}
