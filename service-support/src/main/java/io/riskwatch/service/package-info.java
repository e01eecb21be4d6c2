/** What every service shares and none owns. No domain word, no message, no view. */
@NullMarked
package io.riskwatch.service;

import org.jspecify.annotations.NullMarked;
