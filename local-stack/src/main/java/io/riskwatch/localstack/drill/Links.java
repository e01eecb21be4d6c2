package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.Service.Need;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wires between the services and their servers, each through a {@link FaultProxy}. */
public final class Links implements AutoCloseable {

    private static final Pattern PORT_OF_ADDRESS = Pattern.compile("(?<=//127\\.0\\.0\\.1:)\\d+");
    private static final Pattern PORT_ALONE = Pattern.compile("^\\d+$");

    private final Map<Need, FaultProxy> proxies = new EnumMap<>(Need.class);

    /** The same Spring properties, leading through the proxies; a MongoDB elsewhere keeps its own address. */
    public synchronized Map<String, String> through(Map<String, String> connections) {
        Map<String, String> routed = new LinkedHashMap<>(connections);
        for (Need need : Need.values()) {
            for (String property : properties(need)) {
                routed.computeIfPresent(property, (name, value) -> through(need, value));
            }
        }
        return routed;
    }

    private static List<String> properties(Need need) {
        return switch (need) {
            case DATABASE -> List.of("spring.datasource.url", "spring.flyway.url");
            case REDIS -> List.of("spring.data.redis.port");
            case RABBITMQ -> List.of("spring.rabbitmq.port");
            case MONGODB -> List.of("spring.mongodb.uri");
        };
    }

    private String through(Need need, String value) {
        Matcher port = (need == Need.REDIS || need == Need.RABBITMQ ? PORT_ALONE : PORT_OF_ADDRESS).matcher(value);
        if (!port.find()) {
            return value;
        }
        int server = Integer.parseInt(port.group());
        FaultProxy proxy = proxies.computeIfAbsent(need, wanted -> new FaultProxy(server));
        return port.replaceFirst(Integer.toString(proxy.port()));
    }

    /** The wire to that server, when it goes through here. */
    synchronized Optional<FaultProxy> to(Need need) {
        return Optional.ofNullable(proxies.get(need));
    }

    synchronized Collection<FaultProxy> all() {
        return List.copyOf(proxies.values());
    }

    @Override
    public synchronized void close() {
        proxies.values().forEach(FaultProxy::close);
    }
}
