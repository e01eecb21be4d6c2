/** Files no broker is known for: what the user says their columns mean, and the templates kept of that. */
@NullMarked
package io.riskwatch.portfolio.imports.mapping;

import org.jspecify.annotations.NullMarked;
