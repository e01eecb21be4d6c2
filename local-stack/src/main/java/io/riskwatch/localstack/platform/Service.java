package io.riskwatch.localstack.platform;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The five services, in the order in which they are shown. */
public enum Service {
    PORTFOLIO("portfolio-service", 8081),
    MARKETDATA("marketdata-service", 8082),
    BILLING("billing-service", 8083),
    WORKER("analytics-worker", 8084),
    GATEWAY("gateway-service", 8080);

    /** A server that a service connects to. */
    public enum Need {
        DATABASE,
        REDIS,
        RABBITMQ,
        MONGODB;

        /** Whether the Spring property leads to this server. */
        boolean covers(String property) {
            return switch (this) {
                case DATABASE -> property.startsWith("spring.datasource.") || property.startsWith("spring.flyway.");
                case REDIS -> property.startsWith("spring.data.redis.");
                case RABBITMQ -> property.startsWith("spring.rabbitmq.");
                case MONGODB -> property.startsWith("spring.mongodb.");
            };
        }
    }

    private final String module;
    private final int usualPort;

    Service(String module, int usualPort) {
        this.module = module;
        this.usualPort = usualPort;
    }

    /** The Maven module, which is also the service's name. */
    public String module() {
        return module;
    }

    public int usualPort() {
        return usualPort;
    }

    /** The servers it connects to. */
    public Set<Need> needs() {
        return switch (this) {
            case PORTFOLIO -> Set.of(Need.DATABASE, Need.REDIS, Need.RABBITMQ, Need.MONGODB);
            case MARKETDATA -> Set.of(Need.DATABASE, Need.REDIS);
            case BILLING -> Set.of(Need.DATABASE, Need.RABBITMQ);
            case WORKER -> Set.of(Need.RABBITMQ, Need.MONGODB);
            case GATEWAY -> Set.of(Need.REDIS);
        };
    }

    /** How its database and roles are called, where it has a database. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variables a user may set before {@code up}: keys, addresses and switches of price providers. */
    Set<String> leftToUser() {
        return this == MARKETDATA
                ? Set.of(
                        "TWELVE_DATA_API_KEY",
                        "TWELVE_DATA_API_URL",
                        "TWELVE_DATA_WEBSOCKET_URL",
                        "ALPHA_VANTAGE_API_KEY",
                        "ALPHA_VANTAGE_API_URL",
                        "FINNHUB_API_KEY",
                        "FINNHUB_WEBSOCKET_URL",
                        "YAHOO_ENABLED",
                        "YAHOO_API_URL",
                        "BINANCE_ENABLED",
                        "BINANCE_WEBSOCKET_URL",
                        "COINBASE_ENABLED",
                        "COINBASE_WEBSOCKET_URL")
                : Set.of();
    }

    /**
     * Small heaps and the quick compiler make a start fast and an idle service small. The worker alone keeps the optimising compiler:
     * its kernels run for minutes, and on the Vector API.
     */
    List<String> jvmOptions() {
        return this == WORKER
                ? List.of(
                        "--add-modules=jdk.incubator.vector",
                        "-Xms32m",
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-XX:MaxHeapFreeRatio=40",
                        "-XX:MinHeapFreeRatio=20")
                : List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }
}
