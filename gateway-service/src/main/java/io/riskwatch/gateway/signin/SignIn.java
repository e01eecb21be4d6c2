package io.riskwatch.gateway.signin;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How somebody signed in; kept in their session and gone with it.
 *
 * @param address {@linkplain ShortAddress shortened}; absent when nobody could tell it
 */
record SignIn(Device device, @Nullable String address, Instant at) implements Serializable {

    /** The session's attribute. */
    static final String ATTRIBUTE = SignIn.class.getName();
}
