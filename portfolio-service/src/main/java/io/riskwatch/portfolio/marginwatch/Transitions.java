package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.event.OwnerEvents;
import io.riskwatch.portfolio.portfolio.Grants;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes changes of state: each once, whoever finds it, and with it what hangs on it. */
@Component
class Transitions {

    private static final Logger log = LoggerFactory.getLogger(Transitions.class);

    private final MarginStates states;
    private final MarginEvents events;
    private final Grants grants;
    private final OwnerEvents owners;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Transitions(
            MarginStates states,
            MarginEvents events,
            Grants grants,
            OwnerEvents owners,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.states = states;
        this.events = events;
        this.grants = grants;
        this.owners = owners;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Writes those of the current organisation that nobody has written yet, in one transaction.
     *
     * @return what is kept of each account now; of one that is kept no more, what was found
     */
    @Transactional
    public List<StoredState> write(List<Transition> transitions) {
        states.lock(transitions.stream()
                .map(transition -> transition.account().portfolioId)
                .toList());
        List<StoredState> kept = new ArrayList<>(transitions.size());
        for (Transition transition : transitions) {
            if (states.change(transition)) {
                tell(transition);
                kept.add(new StoredState(transition.after(), transition.version() + 1));
            } else {
                kept.add(states.find(transition.account().portfolioId)
                        .map(MarginStates.Kept::state)
                        .orElse(new StoredState(transition.after(), transition.version())));
            }
        }
        return kept;
    }

    private void tell(Transition transition) {
        Instant at = clock.instant();
        WatchedAccount account = transition.account();
        UUID event = events.add(transition, at);
        MarginChanged changed = new MarginChanged(
                event,
                account.organisationId,
                account.portfolioId,
                account.clientId,
                transition.before(),
                transition.after(),
                transition.status(),
                transition.cause(),
                at);
        MarginChangedFrame frame = MarginChangedFrame.of(changed, account.currencyCode);
        owners.tell(account.organisationId, grants.audienceOf(account.portfolioId), frame);
        publisher.publishEvent(changed);
        log.info(
                "event=margin-changed portfolio={} before={} after={}",
                account.portfolioId,
                transition.before(),
                transition.after());
    }
}
