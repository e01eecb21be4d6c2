package io.riskwatch.localstack.platform;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

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

    /**
     * Whether it stands back when the processors are busy. Who computes must not starve who answers: on a machine that carries both,
     * a job that takes a little longer is noticed less than a page that does.
     */
    boolean standsBack() {
        return this == WORKER;
    }

    /** How its database and roles are called, where it has a database. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variables a user may set before {@code up}: keys, addresses and switches of price providers, and a mail server. */
    Set<String> leftToUser() {
        return switch (this) {
            case PORTFOLIO ->
                Set.of(
                        "SPRING_MAIL_HOST",
                        "SPRING_MAIL_PORT",
                        "SPRING_MAIL_USERNAME",
                        "SPRING_MAIL_PASSWORD",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_ENABLE",
                        "RISKWATCH_ALERT_MAIL_FROM");
            case MARKETDATA ->
                Set.of(
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
                        "COINBASE_WEBSOCKET_URL");
            case BILLING, WORKER, GATEWAY -> Set.of();
        };
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
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:MaxHeapFreeRatio=40",
                        "-XX:MinHeapFreeRatio=20")
                : List.of(
                        "-Xms32m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1");
    }

    /**
     * As in a container: room, and the optimising compiler for all. What a peak took goes back to the machine. The portfolio service
     * collects while it answers: the serial collector stops it for a quarter of a second whenever much code has been compiled
     * (CodeCache GC Threshold) or its old objects fill their room, which a twentieth of a second for 99 of 100 answers does not allow.
     */
    public List<String> serverOptions() {
        List<String> usual = List.of(
                "-Xms256m",
                "-Xmx768m",
                this == PORTFOLIO ? "-XX:+UseG1GC" : "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:MinHeapFreeRatio=20");
        return this == WORKER
                ? Stream.concat(Stream.of("--add-modules=jdk.incubator.vector"), usual.stream())
                        .toList()
                : usual;
    }
}
