package io.riskwatch.analytics.report;

import io.riskwatch.analytics.exposure.Exposure;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was asked, with every default filled in. */
public record Inputs(
        String baseCurrency,
        Amount value,
        List<Exposure.Position> holdings,
        double cashWeight,
        List<String> leftOut,
        JsonNode parameters) {}
