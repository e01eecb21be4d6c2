/** The demo without an account: a guest's organisation is made inside the authorize request and deleted after its days. */
@NullMarked
package io.riskwatch.portfolio.access.guest;

import org.jspecify.annotations.NullMarked;
