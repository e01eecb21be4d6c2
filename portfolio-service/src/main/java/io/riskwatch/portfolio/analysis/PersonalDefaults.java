package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.preferences.PreferencesStore;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person has said about themselves, where a request leaves it open and the worker could not know it. */
@Component
class PersonalDefaults {

    private static final String RISK_TOLERANCE = "riskTolerance";

    private final PreferencesStore preferences;

    PersonalDefaults(PreferencesStore preferences) {
        this.preferences = preferences;
    }

    /** The parameters with the risk tolerance an optimization of a portfolio aims at, when neither it nor a volatility is given. */
    JsonNode filled(AnalysisRequest request, JsonNode parameters, UUID userId) {
        boolean wanted = request.kind().equals("optimization")
                && request.portfolioId() != null
                && !parameters.has(RISK_TOLERANCE)
                && !parameters.has("targetVolatility")
                && parameters.path("objective").asString("TARGET_RISK").equals("TARGET_RISK");
        return wanted
                ? ((ObjectNode) parameters.deepCopy())
                        .put(RISK_TOLERANCE, preferences.of(userId).riskTolerance())
                : parameters;
    }
}
