/** PostgreSQL, Redis, RabbitMQ and MongoDB as private processes: where their programs come from and how each is started. */
@NullMarked
package io.riskwatch.localstack.server;

import org.jspecify.annotations.NullMarked;
