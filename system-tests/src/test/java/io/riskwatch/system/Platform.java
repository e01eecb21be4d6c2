package io.riskwatch.system;

import io.riskwatch.localstack.drill.FaultyPlatform;
import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.platform.TestPlatform;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;

/** The running platform as a system test sees it: an address, a token, and hands that can break things. */
public final class Platform implements AutoCloseable {

    private final FaultyPlatform faulty;
    private final TestPlatform platform;

    private Platform(FaultyPlatform faulty) {
        this.faulty = faulty;
        this.platform = faulty.platform();
    }

    static Platform start() {
        return new Platform(FaultyPlatform.start());
    }

    /** The gateway's address, which is the public one. */
    public URI gateway() {
        return platform.platform().url();
    }

    /** The Redis that prices are told through, with the database of their hash: {@code redis://host:port/database}. */
    URI redis() {
        Map<String, String> properties = platform.connections(Service.MARKETDATA);
        return URI.create("redis://%s:%s/%s"
                .formatted(
                        properties.get("spring.data.redis.host"),
                        properties.get("spring.data.redis.port"),
                        properties.getOrDefault("spring.data.redis.database", "0")));
    }

    /** A bearer token of the local demo user, as {@code ./riskwatch token} prints it. */
    public String demoToken() {
        return platform.platform().demoToken();
    }

    public RunningService service(String module) {
        return platform.platform().service(service(Service.values(), module));
    }

    /** {@code kill -9} of a service, by its module's name. */
    public void kill(String module) {
        service(module).kill();
    }

    /** Starts the service again and returns when it is healthy. */
    public void start(String module) {
        service(module).start();
    }

    /** The same platform as drills see it. */
    public FaultyPlatform faulty() {
        return faulty;
    }

    private static Service service(Service[] services, String module) {
        return Arrays.stream(services)
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no service " + module));
    }

    @Override
    public void close() {
        faulty.close();
    }
}
