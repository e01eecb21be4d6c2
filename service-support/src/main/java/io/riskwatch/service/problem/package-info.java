/** Errors as RFC 9457 problem details: one shape for every service, the field named, never a stack trace. */
@NullMarked
package io.riskwatch.service.problem;

import org.jspecify.annotations.NullMarked;
