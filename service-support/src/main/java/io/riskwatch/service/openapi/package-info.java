/** What every service's published OpenAPI document has in common. */
@NullMarked
package io.riskwatch.service.openapi;

import org.jspecify.annotations.NullMarked;
