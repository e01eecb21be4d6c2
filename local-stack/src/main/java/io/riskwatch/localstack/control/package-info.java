/** Asking another process of this machine, which owns the servers, to do something with them. */
@NullMarked
package io.riskwatch.localstack.control;

import org.jspecify.annotations.NullMarked;
