/** Child processes that never outlive the JVM that started them. */
@NullMarked
package io.riskwatch.localstack.process;

import org.jspecify.annotations.NullMarked;
