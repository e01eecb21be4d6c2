/** PostgreSQL, Redis, RabbitMQ and MongoDB on this machine without Docker, for ./riskwatch up and for integration tests. */
@NullMarked
package io.riskwatch.localstack;

import org.jspecify.annotations.NullMarked;
