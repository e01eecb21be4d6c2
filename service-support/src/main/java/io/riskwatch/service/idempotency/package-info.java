/** A creating request sent twice with the same Idempotency-Key is done once and answered twice. */
@NullMarked
package io.riskwatch.service.idempotency;

import org.jspecify.annotations.NullMarked;
