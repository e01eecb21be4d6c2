/** What the rows of each broker's files mean, a class per format. */
@NullMarked
package io.riskwatch.portfolio.imports.broker;

import org.jspecify.annotations.NullMarked;
