package io.riskwatch.portfolio.access.credential;

import java.time.Instant;

/** An API client as its owner sees it afterwards. */
record ApiClientView(String clientId, String name, Instant createdAt) {}
