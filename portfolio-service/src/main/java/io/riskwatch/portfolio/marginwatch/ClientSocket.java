package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.client.Clients;
import io.riskwatch.portfolio.event.Browser;
import io.riskwatch.portfolio.event.LiveSocket;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /ws/{number}}: one client's margin status in the names of {@code GET /margin/{number}}, first as it is and then whenever it
 * may have moved. A number of no client, or of one the caller may not see, is refused with 1008.
 */
@Component
class ClientSocket extends LiveSocket<UUID> {

    static final String PATH = "/ws/";

    /** Longer ones are no number of a client. */
    private static final int MOST_DIGITS = 18;

    private final Clients clients;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<UUID, Integer> listeners = new ConcurrentHashMap<>();
    private final Queue<UUID> newcomers = new ConcurrentLinkedQueue<>();

    ClientSocket(Clients clients, JsonMapper json, Clock clock) {
        super(clock);
        this.clients = clients;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected Optional<UUID> topic(WebSocketSession session, Caller caller) {
        URI uri = session.getUri();
        String number = uri == null ? "" : uri.getPath().substring(PATH.length());
        if (number.isEmpty() || number.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(clients.require(Long.parseLong(number)).portfolioId());
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    @Override
    protected void joined(Browser browser, UUID portfolioId) {
        listeners.merge(portfolioId, 1, Integer::sum);
        newcomers.add(portfolioId);
    }

    @Override
    protected void left(Browser browser, UUID portfolioId) {
        listeners.computeIfPresent(portfolioId, (portfolio, count) -> count == 1 ? null : count - 1);
    }

    boolean isListenedTo(UUID portfolioId) {
        return !listeners.isEmpty() && listeners.containsKey(portfolioId);
    }

    /** The accounts somebody has begun to listen to since this was asked last. */
    Collection<UUID> newcomers() {
        List<UUID> taken = new ArrayList<>();
        for (UUID next = newcomers.poll(); next != null; next = newcomers.poll()) {
            taken.add(next);
        }
        return taken;
    }

    void send(WatchedAccount account, MarginStatus status) {
        if (account.clientNumber != null) {
            String text = json.writeValueAsString(ClientFrame.of(clock.instant(), account.clientNumber, status));
            about(account.portfolioId).forEach(browser -> browser.send(text));
        }
    }
}
