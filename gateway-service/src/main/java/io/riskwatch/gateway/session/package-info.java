/** The browser's side of signing in: session cookie, CSRF, login, silent refresh, logout, guests. */
@NullMarked
package io.riskwatch.gateway.session;

import org.jspecify.annotations.NullMarked;
