package io.riskwatch.marketdata.stream;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client says: {@code {"action":"subscribe","symbols":["ORBX"]}}. */
record Command(@Nullable String action, @Nullable List<String> symbols) {
    /** The symbols, each once, the malformed ones left out. */
    List<String> cleanSymbols() {
        LinkedHashSet<String> clean = new LinkedHashSet<>();
        if (symbols != null) {
            for (String symbol : symbols) {
                if (symbol != null && !symbol.isBlank() && symbol.length() <= 64) {
                    clean.add(symbol);
                }
            }
        }
        return List.copyOf(clean);
    }
}
