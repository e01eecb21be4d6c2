package io.riskwatch.portfolio.imports;

import java.util.UUID;

/** One uploaded file. */
record StatementImport(UUID id, UUID portfolioId, StatementFormat format, ImportState state) {}
