/** Where a user is signed in: the sessions of their browsers, told in plain words and ended from afar. */
@NullMarked
package io.riskwatch.gateway.signin;

import org.jspecify.annotations.NullMarked;
