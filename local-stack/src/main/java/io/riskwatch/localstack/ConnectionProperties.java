package io.riskwatch.localstack;

import io.riskwatch.localstack.server.RabbitServer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Spring properties that lead a service to the servers of a stack. */
final class ConnectionProperties {

    private ConnectionProperties() {}

    /**
     * Properties of one service.
     *
     * @param database its PostgreSQL database, whose roles are {@code <service>_owner} and {@code <service>_app}
     * @param redisDatabase index of its Redis database
     * @param virtualHost in RabbitMQ
     * @param mongoDatabase in MongoDB
     */
    static Map<String, String> of(
            LocalStack stack,
            StackPasswords passwords,
            String service,
            String database,
            int redisDatabase,
            String virtualHost,
            String mongoDatabase) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", stack.postgres().url(database));
        properties.put("spring.datasource.username", service + "_app");
        properties.put("spring.datasource.password", passwords.app());
        properties.put("spring.flyway.url", stack.postgres().url(database));
        properties.put("spring.flyway.user", service + "_owner");
        properties.put("spring.flyway.password", passwords.owner());
        properties.put("spring.data.redis.host", "127.0.0.1");
        properties.put("spring.data.redis.port", Integer.toString(stack.redis().port()));
        properties.put("spring.data.redis.database", Integer.toString(redisDatabase));
        properties.put("spring.rabbitmq.host", "127.0.0.1");
        properties.put("spring.rabbitmq.port", Integer.toString(stack.rabbit().port()));
        properties.put("spring.rabbitmq.username", RabbitServer.USER);
        properties.put("spring.rabbitmq.password", passwords.rabbit());
        properties.put("spring.rabbitmq.virtual-host", virtualHost);
        properties.put("spring.mongodb.uri", stack.mongo().uri(mongoDatabase));
        return properties;
    }
}
