package io.riskwatch.billing.removal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What billing reads of portfolio-service's event {@code organisation.deleted}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OrganisationDeleted(UUID organisationId) {}
