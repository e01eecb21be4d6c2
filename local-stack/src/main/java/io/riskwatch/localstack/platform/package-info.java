/** The whole platform on one machine: the servers, the five services as processes, and what ./riskwatch does with them. */
@NullMarked
package io.riskwatch.localstack.platform;

import org.jspecify.annotations.NullMarked;
