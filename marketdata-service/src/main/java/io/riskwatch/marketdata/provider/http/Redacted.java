package io.riskwatch.marketdata.provider.http;

/** Makes the other side's words fit for logs and answers: without the key, on one line, and short. */
public final class Redacted {
    private static final int LONGEST = 200;

    private Redacted() {}

    /** The text without the secret; an empty secret is none. */
    public static String text(String text, String secret) {
        String safe = secret.isEmpty() ? text : text.replace(secret, "***");
        String line = safe.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
