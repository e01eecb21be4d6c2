/** Fault drills: what is asked of the platform while its parts are killed, cut off and told things twice, and what must hold. */
@NullMarked
package io.riskwatch.localstack.drill;

import org.jspecify.annotations.NullMarked;
