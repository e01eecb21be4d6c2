package io.riskwatch.analytics.analysis;

import tools.jackson.databind.node.ObjectNode;

/** A kind of analysis. The same job gives the same document, but for {@code provenance.createdAt}. */
public interface Analysis {

    String kind();

    /**
     * Computes the result document.
     *
     * @throws BadInputException when the job cannot be answered as asked
     * @throws DependencyException when history cannot be had now
     */
    ObjectNode run(AnalysisJob job, Run run);
}
