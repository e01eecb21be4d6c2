/** Which organisation a piece of work belongs to, told to Hibernate and to PostgreSQL's row-level security. */
@NullMarked
package io.riskwatch.service.tenancy;

import org.jspecify.annotations.NullMarked;
