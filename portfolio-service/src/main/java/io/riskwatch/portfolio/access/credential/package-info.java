/** What a user gives to programs: API clients and personal access tokens. */
@NullMarked
package io.riskwatch.portfolio.access.credential;

import org.jspecify.annotations.NullMarked;
