/** The published JSON Schemas, as the worker holds messages to them. */
@NullMarked
package io.riskwatch.analytics.contract;

import org.jspecify.annotations.NullMarked;
