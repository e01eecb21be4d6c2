/** Cancellation: what the owner asked while a job was waiting or running. */
@NullMarked
package io.riskwatch.analytics.control;

import org.jspecify.annotations.NullMarked;
