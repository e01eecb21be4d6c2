/** How this service takes messages of others: one kind of queue, one way to read, to wait and to give up. */
@NullMarked
package io.riskwatch.portfolio.messaging;

import org.jspecify.annotations.NullMarked;
