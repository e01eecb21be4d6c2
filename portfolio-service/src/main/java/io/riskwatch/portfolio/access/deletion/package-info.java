/** The deletion of an account with all that is its: asked for in one transaction, finished by steps that may be repeated. */
@NullMarked
package io.riskwatch.portfolio.access.deletion;

import org.jspecify.annotations.NullMarked;
