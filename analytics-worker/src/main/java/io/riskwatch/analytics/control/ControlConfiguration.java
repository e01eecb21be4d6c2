package io.riskwatch.analytics.control;

import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Containers of the control listeners: one message at a time, given back when MongoDB does not answer. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ControlConfiguration {

    @Bean
    SimpleRabbitListenerContainerFactory controlContainers(ConnectionFactory connections) {
        var factory = new SimpleRabbitListenerContainerFactory();
        factory.setConnectionFactory(connections);
        factory.setPrefetchCount(10);
        factory.setMissingQueuesFatal(false);
        return factory;
    }
}
