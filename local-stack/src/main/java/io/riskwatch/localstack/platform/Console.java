package io.riskwatch.localstack.platform;

import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads: one line per component, with the seconds it took. */
final class Console {

    private Console() {}

    static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static void done(String component, Duration took, String detail) {
        say(String.format(Locale.ROOT, "  ok  %-22s %6.1f s  %s", component, took.toMillis() / 1000.0, detail));
    }
}
