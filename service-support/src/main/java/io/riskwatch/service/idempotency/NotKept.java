package io.riskwatch.service.idempotency;

import jakarta.servlet.http.HttpServletRequest;

/** Says that an answer shows a secret and must not be kept for a repeated request; the key is then free again. */
public final class NotKept {

    private static final String ATTRIBUTE = NotKept.class.getName();

    private NotKept() {}

    public static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    static boolean isMarked(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
