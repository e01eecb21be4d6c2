/** The jobs nobody could finish, for the operator: list them, send them again, throw them away. */
@NullMarked
package io.riskwatch.localstack.replay;

import org.jspecify.annotations.NullMarked;
