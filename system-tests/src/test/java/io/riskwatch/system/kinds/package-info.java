/** Analyses on real prices and the figures that other means computed for them. */
package io.riskwatch.system.kinds;
