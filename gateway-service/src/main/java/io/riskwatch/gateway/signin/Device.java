package io.riskwatch.gateway.signin;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says it is, in the words its user has for it. A guess for people to recognise their own devices by, never a
 * ground for a decision: anybody may send any text.
 *
 * @param browser such as Firefox; absent where the text names none we know
 * @param system such as Windows; absent where the text names none we know
 */
record Device(@Nullable String browser, @Nullable String system) implements Serializable {

    /** Marks in the order they count: nearly every browser also claims to be the ones below it. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "FxiOS/", "Firefox",
            "Firefox/", "Firefox",
            "CriOS/", "Chrome",
            "HeadlessChrome/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari",
            "curl/", "curl");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "CrOS", "ChromeOS",
            "Windows", "Windows",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    static Device of(@Nullable String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        return new Device(first(BROWSERS, text), first(SYSTEMS, text));
    }

    private static @Nullable String first(Map<String, String> marks, String text) {
        return marks.entrySet().stream()
                .filter(mark -> text.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
