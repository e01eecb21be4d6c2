/** Who else belongs to the caller's organisation. */
@NullMarked
package io.riskwatch.portfolio.member;

import org.jspecify.annotations.NullMarked;
