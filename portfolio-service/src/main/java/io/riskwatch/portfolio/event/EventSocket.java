package io.riskwatch.portfolio.event;

import io.riskwatch.service.security.Caller;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;

/**
 * {@code /ws/events}: the server speaks first, then pushes what happens in the caller's organisation and nothing else. What clients
 * say is ignored but for {@code {"action":"watch","clients":true}}, see {@link ClientWatchers}.
 */
@Component
class EventSocket extends LiveSocket<UUID> {

    private final ClientWatchers watchers;

    EventSocket(Clock clock, ClientWatchers watchers) {
        super(clock);
        this.watchers = watchers;
    }

    @Override
    protected Optional<UUID> topic(WebSocketSession session, Caller caller) {
        return Optional.of(caller.organisationId());
    }

    @Override
    protected void heard(Browser browser, String text) {
        watchers.heard(browser, text);
    }

    @Override
    protected void left(Browser browser, UUID organisationId) {
        watchers.left(browser);
    }

    /** Sends the text to every browser of the organisation that is connected here. */
    void push(UUID organisationId, String text) {
        about(organisationId).forEach(browser -> browser.send(text));
    }

    /** Sends the text to those of them who are among these and do not see every client anyway. */
    void pushToGranted(UUID organisationId, Set<UUID> granted, String text) {
        about(organisationId).stream()
                .filter(browser -> !browser.advises() && granted.contains(browser.userId()))
                .forEach(browser -> browser.send(text));
    }

    /** Sends the text to those of them who see every client. */
    void pushToAdvisers(UUID organisationId, String text) {
        about(organisationId).stream().filter(Browser::advises).forEach(browser -> browser.send(text));
    }
}
