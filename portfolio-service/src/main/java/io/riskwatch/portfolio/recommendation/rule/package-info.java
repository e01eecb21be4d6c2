/** The rules, a class each: what they measure and what would bring it back. Pure Java: no Spring, no database. */
@NullMarked
package io.riskwatch.portfolio.recommendation.rule;

import org.jspecify.annotations.NullMarked;
