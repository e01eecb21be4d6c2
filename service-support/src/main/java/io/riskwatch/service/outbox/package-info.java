/** Messages written in the transaction that causes them, and published with confirms afterwards. */
@NullMarked
package io.riskwatch.service.outbox;

import org.jspecify.annotations.NullMarked;
