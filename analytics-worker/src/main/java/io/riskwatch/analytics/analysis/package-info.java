/** What an analysis is to the worker: the job it is asked by, the run it speaks to, how it is refused. */
@NullMarked
package io.riskwatch.analytics.analysis;

import org.jspecify.annotations.NullMarked;
