/** What the worker says while a job runs. */
@NullMarked
package io.riskwatch.analytics.event;

import org.jspecify.annotations.NullMarked;
