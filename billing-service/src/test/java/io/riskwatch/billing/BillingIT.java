package io.riskwatch.billing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.riskwatch.localstack.TestStack;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The service on real PostgreSQL and RabbitMQ, in the profile of the local demo; one start for all. */
@SpringBootTest
@ActiveProfiles("local")
@Import(BillingIT.Listener.class)
public abstract class BillingIT {

    static {
        // generous: a busy machine is slow, not wrong
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    protected static final UUID DEMO = UUID.fromString("00000000-0000-7000-8000-000000000001");
    protected static final String ENTITLEMENTS = "test.entitlements";

    @Autowired
    protected RabbitTemplate rabbit;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected JsonMapper json;

    protected MockMvc http;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.springProperties("billing").forEach((name, value) -> registry.add(name, () -> value));
    }

    @Autowired
    void http(WebApplicationContext context) {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    protected static RequestPostProcessor memberOf(UUID organisationId) {
        return jwt().jwt(token -> token.subject(UUID.randomUUID().toString()).claim("org", organisationId.toString()));
    }

    /** Stands where portfolio-service stands: a queue on billing's events. */
    @TestConfiguration
    static class Listener {

        @Bean
        Declarables entitlementListener(TopicExchange billingEvents) {
            Queue queue = new Queue(ENTITLEMENTS);
            return new Declarables(
                    queue, BindingBuilder.bind(queue).to(billingEvents).with("entitlement.changed"));
        }
    }
}
