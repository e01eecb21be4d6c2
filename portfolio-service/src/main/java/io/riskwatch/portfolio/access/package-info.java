/** Who may come in: the settings that accounts, guests, credentials and the authorization server share. */
@NullMarked
package io.riskwatch.portfolio.access;

import org.jspecify.annotations.NullMarked;
