package io.riskwatch.portfolio.analysis;

import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asking and looking, for the integration tests of analyses. The waiting room is empty at the beginning of each. */
abstract class AnalysisTestBase extends PortfolioServiceIT {

    static final String SMALL = """
            {"kind":"risk","data":{"symbols":["ALFA","BETA"],"dates":["2025-01-02","2025-01-03"],
             "prices":[[100.0,50.5],[101.25,null]]},"weights":[0.6,0.4]}""";

    @Autowired
    RabbitTemplate rabbit;

    WorkerStandIn worker;

    @BeforeEach
    void emptyWaitingRoom() {
        jdbc.sql("delete from analysis_queue").update();
        jdbc.sql("delete from analysis_turn").update();
        jdbc.sql("delete from outbox where exchange in ('analysis.jobs', 'analysis.control')")
                .update();
        worker = new WorkerStandIn(rabbit);
    }

    RestTestClient.ResponseSpec post(TestCaller caller, String body) {
        return http(caller)
                .post()
                .uri("/api/v1/analyses")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    UUID ask(TestCaller caller) {
        return ask(caller, SMALL);
    }

    UUID ask(TestCaller caller, String body) {
        byte[] answer = post(caller, body)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return UUID.fromString(WorkerStandIn.JSON.readTree(answer).path("id").stringValue());
    }

    JsonNode get(TestCaller caller, UUID analysis) {
        byte[] body = http(caller)
                .get()
                .uri("/api/v1/analyses/" + analysis)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return WorkerStandIn.JSON.readTree(body);
    }

    JsonNode awaitState(TestCaller caller, UUID analysis, String state) {
        await().until(() -> get(caller, analysis).path("state").stringValue().equals(state));
        return get(caller, analysis);
    }

    /** Billing gives the organisation a plan of its own making. */
    void entitle(TestCaller caller, int weight, String limits) {
        ObjectNode event = WorkerStandIn.JSON.createObjectNode();
        event.put("schemaVersion", 1)
                .put("organisationId", caller.organisationId().toString())
                .put("plan", "PRO")
                .put("queueWeight", weight)
                .put("version", 1)
                .put("changedAt", "2026-11-20T20:00:00Z");
        event.set("limits", WorkerStandIn.JSON.readTree(limits));
        rabbit.send(
                "billing.events",
                "entitlement.changed",
                MessageBuilder.withBody(WorkerStandIn.JSON.writeValueAsBytes(event))
                        .build());
        await().until(() -> jdbc.sql("select count(*) from entitlement where organisation_id = ?")
                        .param(caller.organisationId())
                        .query(Integer.class)
                        .single()
                == 1);
    }
}
