/** The platform as a whole, on real servers and real processes. */
package io.riskwatch.system;
