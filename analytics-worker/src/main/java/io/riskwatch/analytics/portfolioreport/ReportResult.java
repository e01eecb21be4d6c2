package io.riskwatch.analytics.portfolioreport;

import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result document of kind portfolio-report, as {@code contract/result} says.
 *
 * @param sections the document of each part's kind, shortened to what fits a page
 * @param absent parts that cannot be told, and why
 */
record ReportResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        ObjectNode sections,
        Map<String, String> absent) {}
