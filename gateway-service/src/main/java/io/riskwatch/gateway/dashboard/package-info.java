/** The dashboard's files, and the page for every address that belongs to it. */
@NullMarked
package io.riskwatch.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
