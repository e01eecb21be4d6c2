package io.riskwatch.localstack.platform;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the variables a service is started with, for checks of other ways to start it. */
public final class ServiceContract {

    private ServiceContract() {}

    /** The names of the variables a service is given only where the user has set them. */
    public static Set<String> leftToUser(Service service) {
        return service.leftToUser();
    }

    public static Set<String> variables(Service service) {
        ServiceEnvironment environment = new ServiceEnvironment(
                URI.create("http://localhost:8080"),
                ServicePorts.from(8080),
                ServiceSecrets.random(),
                "local",
                Map.of());
        return environment
                .of(
                        service,
                        Stream.of(
                                        "spring.datasource.url",
                                        "spring.datasource.username",
                                        "spring.datasource.password",
                                        "spring.flyway.url",
                                        "spring.flyway.user",
                                        "spring.flyway.password",
                                        "spring.data.redis.host",
                                        "spring.data.redis.port",
                                        "spring.rabbitmq.host",
                                        "spring.rabbitmq.port",
                                        "spring.rabbitmq.username",
                                        "spring.rabbitmq.password",
                                        "spring.rabbitmq.virtual-host",
                                        "spring.mongodb.uri")
                                .collect(Collectors.toMap(name -> name, name -> "x")))
                .keySet();
    }
}
