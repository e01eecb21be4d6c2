/** What happens, pushed to the browsers of the organisation it happens in. */
@NullMarked
package io.riskwatch.portfolio.event;

import org.jspecify.annotations.NullMarked;
