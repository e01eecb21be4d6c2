package io.riskwatch.portfolio.entitlement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Billing's published plans, copied into this service's resources by the build; its FREE row is everybody's default. */
@Component
class PlanCatalogue {

    private static final String FREE = "FREE";
    private static final String RESOURCE = "/contract/billing/plans.json";

    private final Entitlement free;

    PlanCatalogue(JsonMapper json) {
        try (InputStream in = PlanCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build did not copy billing's plans to " + RESOURCE);
            }
            free = read(json.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entitlement read(JsonNode catalogue) {
        for (JsonNode plan : catalogue.path("plans")) {
            if (FREE.equals(plan.path("plan").asString(""))) {
                Map<String, Integer> limits = new HashMap<>();
                plan.path("limits")
                        .properties()
                        .forEach(limit ->
                                limits.put(limit.getKey(), limit.getValue().intValue()));
                return new Entitlement(FREE, limits, plan.path("queueWeight").asInt(1));
            }
        }
        throw new IllegalStateException("billing's plans have no plan " + FREE);
    }

    Entitlement free() {
        return free;
    }
}
