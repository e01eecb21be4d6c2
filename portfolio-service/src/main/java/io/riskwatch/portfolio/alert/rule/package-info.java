/** What is watched: conditions, the band that arms and triggers them, and the stored rules. */
@NullMarked
package io.riskwatch.portfolio.alert.rule;

import org.jspecify.annotations.NullMarked;
