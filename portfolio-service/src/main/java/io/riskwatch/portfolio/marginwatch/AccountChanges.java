package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.rate.MarginRatesChanged;
import io.riskwatch.portfolio.marginwatch.MarginStates.AccountKey;
import io.riskwatch.portfolio.portfolio.PortfolioChanged;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Follows changes of ledgers and rates: counts them in the same transaction, reads the accounts again after it, and tells the other replicas
 * through Redis. A replica that was not told finds the count changed.
 */
@Component
class AccountChanges implements MessageListener, DisposableBean {

    static final String CHANNEL = "portfolio:margin:accounts";

    private static final String ALL = "all";

    private static final Logger log = LoggerFactory.getLogger(AccountChanges.class);

    /** Which replica speaks. */
    private final String self = UUID.randomUUID().toString();

    private final MarginStates states;
    private final MarginAccounts accounts;
    private final AccountReader reader;
    private final StringRedisTemplate redis;
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("margin-accounts-told").daemon().factory());

    AccountChanges(MarginStates states, MarginAccounts accounts, AccountReader reader, StringRedisTemplate redis) {
        this.states = states;
        this.accounts = accounts;
        this.reader = reader;
        this.redis = redis;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void count(PortfolioChanged changed) {
        states.renewed(changed.portfolioId());
    }

    @TransactionalEventListener
    void follow(PortfolioChanged changed) {
        reader.read(new AccountKey(changed.organisationId(), changed.portfolioId()));
        teller.execute(() -> tell(changed.organisationId() + " " + changed.portfolioId()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void count(MarginRatesChanged changed) {
        states.allRenewed();
    }

    @TransactionalEventListener
    void follow(MarginRatesChanged changed) {
        readAll(changed.organisationId());
        teller.execute(() -> tell(changed.organisationId() + " " + ALL));
    }

    private void readAll(UUID organisationId) {
        accounts.forgetRates(organisationId);
        reader.lookSoon();
    }

    private void tell(String what) {
        try {
            redis.convertAndSend(CHANNEL, self + " " + what);
        } catch (RuntimeException e) { // the other replicas find out by themselves
            log.debug("event=margin-change-not-told reason=\"{}\"", e.getMessage());
        }
    }

    /** Another replica changed one. */
    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        String[] words = new String(message.getBody(), StandardCharsets.UTF_8).split(" ", -1);
        if (words[0].equals(self)) {
            return;
        }
        if (words[2].equals(ALL)) {
            readAll(UUID.fromString(words[1]));
        } else {
            reader.read(new AccountKey(UUID.fromString(words[1]), UUID.fromString(words[2])));
        }
    }

    @Override
    public void destroy() {
        teller.shutdownNow();
    }
}
