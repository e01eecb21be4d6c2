package io.riskwatch.marketdata.provider.stream;

import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.provider.http.ContractException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a provider's socket is spoken to. Opens no connection itself. */
public interface StreamProtocol {

    /** Where to connect; may hold the key, so it is never written down. */
    URI address();

    /** Whether it can deliver the symbol at all. */
    boolean carries(SourceSymbol symbol);

    /** The most symbols the plan allows at a time. */
    int maxSymbols();

    Timing timing();

    /** Begins the conversation of one fresh connection. */
    Conversation open();

    /** One connection's side of the talk; used by one thread at a time. */
    interface Conversation {
        /** What to send so that these symbols are delivered too. */
        List<String> subscribe(Collection<SourceSymbol> symbols);

        /** What to send so that these symbols are delivered no more. */
        List<String> unsubscribe(Collection<SourceSymbol> symbols);

        /** What to send from time to time; null where the other side needs nothing. */
        default @Nullable String heartbeat() {
            return null;
        }

        /** What a message says. */
        List<StreamEvent> read(String message) throws ContractException;
    }

    /**
     * The pace of a connection.
     *
     * @param heartbeat how often to say that one is there
     * @param longest how long a connection may live before it is replaced; the provider would end it soon after
     * @param commandSpacing the least time between two commands
     */
    record Timing(Duration heartbeat, Duration longest, Duration commandSpacing) {}
}
