package io.riskwatch.portfolio.event;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browsers connected here that look at the list of clients. Each said so with {@code {"action":"watch","clients":true}} on
 * {@code /ws/events}, and until it says {@code unwatch} or leaves it is sent what is told here. Only who sees every client may.
 */
@Component
public class ClientWatchers {

    private static final String REFUSED =
            "{\"type\":\"error\",\"detail\":\"Only who sees every client of the organisation can watch them.\"}";
    private static final int LONGEST = 1_000;

    private final ConcurrentHashMap<UUID, Set<Browser>> byOrganisation = new ConcurrentHashMap<>();
    private final JsonMapper json;

    ClientWatchers(JsonMapper json) {
        this.json = json;
    }

    private record Wish(@Nullable String action, @Nullable Boolean clients) {}

    /** Something else that a client says is ignored, as ever. */
    void heard(Browser browser, String text) {
        Wish wish = wish(text);
        if (wish == null || !Boolean.TRUE.equals(wish.clients())) {
            return;
        }
        if ("unwatch".equals(wish.action())) {
            left(browser);
        } else if ("watch".equals(wish.action())) {
            if (browser.advises()) {
                join(browser);
            } else {
                browser.send(REFUSED);
            }
        }
    }

    private void join(Browser browser) {
        byOrganisation.compute(browser.organisationId(), (organisation, watching) -> {
            Set<Browser> all = watching == null ? ConcurrentHashMap.newKeySet() : watching;
            all.add(browser);
            return all;
        });
    }

    private @Nullable Wish wish(String text) {
        try {
            return text.length() > LONGEST ? null : json.readValue(text, Wish.class);
        } catch (JacksonException e) {
            return null; // not a wish
        }
    }

    void left(Browser browser) {
        byOrganisation.computeIfPresent(browser.organisationId(), (organisation, watching) -> {
            watching.remove(browser);
            return watching.isEmpty() ? null : watching;
        });
    }

    /** Whether anybody watches anywhere. */
    public boolean any() {
        return !byOrganisation.isEmpty();
    }

    /** Whether somebody of the organisation watches. */
    public boolean of(UUID organisationId) {
        return byOrganisation.containsKey(organisationId);
    }

    /**
     * Sends it to those of the organisation who watch.
     *
     * @param frame a record with a member {@code type}
     */
    public void send(UUID organisationId, Object frame) {
        Set<Browser> watching = byOrganisation.get(organisationId);
        if (watching != null) {
            String text = json.writeValueAsString(frame);
            watching.forEach(browser -> browser.send(text));
        }
    }
}
