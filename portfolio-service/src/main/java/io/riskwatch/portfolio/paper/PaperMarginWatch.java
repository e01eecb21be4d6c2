package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.TradingAccount;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.service.tenancy.Tenancy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Watches the paper accounts that hold something, as this replica last read them: a tick that brings one near its limit has the
 * account read again and acted upon by {@link Liquidations}.
 */
@Component
class PaperMarginWatch {

    private static final Logger log = LoggerFactory.getLogger(PaperMarginWatch.class);

    private final Map<UUID, Watched> accounts = new ConcurrentHashMap<>();
    private final Map<String, Set<UUID>> bySymbol = new ConcurrentHashMap<>();
    private final Liquidations liquidations;
    private final PaperPrices prices;
    private final PaperRates rates;
    private final PaperSettings settings;

    PaperMarginWatch(Liquidations liquidations, PaperPrices prices, PaperRates rates, PaperSettings settings) {
        this.liquidations = liquidations;
        this.prices = prices;
        this.rates = rates;
        this.settings = settings;
    }

    /**
     * An account.
     *
     * @param acted where it stood when it was last acted upon
     */
    private record Watched(UUID organisationId, PaperAccount account, Standing acted) {}

    /** How near an account is to being closed by force. */
    enum Standing {
        SAFE,
        WARNED,
        OVER
    }

    boolean concerns(String symbol) {
        return bySymbol.containsKey(symbol);
    }

    /** Reads an account anew, after a trade. */
    void changed(UUID organisationId, UUID portfolioId) {
        Tenancy.as(organisationId, () -> liquidations.read(portfolioId))
                .ifPresentOrElse(account -> watch(organisationId, portfolioId, account), () -> forget(portfolioId));
    }

    private synchronized void watch(UUID organisationId, UUID portfolioId, PaperAccount account) {
        forget(portfolioId);
        if (!account.positions().isEmpty()) {
            accounts.put(portfolioId, new Watched(organisationId, account, Standing.SAFE));
            account.positions()
                    .forEach(held -> bySymbol.computeIfAbsent(held.symbol(), symbol -> ConcurrentHashMap.newKeySet())
                            .add(portfolioId));
        }
    }

    private synchronized void forget(UUID portfolioId) {
        Watched known = accounts.remove(portfolioId);
        if (known != null) {
            known.account()
                    .positions()
                    .forEach(held -> bySymbol.computeIfPresent(held.symbol(), (symbol, holders) -> {
                        holders.remove(portfolioId);
                        return holders.isEmpty() ? null : holders;
                    }));
        }
    }

    /** A price of the symbol changed. */
    void onTick(String symbol) {
        for (UUID portfolioId : Set.copyOf(bySymbol.getOrDefault(symbol, Set.of()))) {
            try {
                look(portfolioId);
            } catch (RuntimeException e) { // the next tick looks again, and other accounts are not to suffer
                log.warn("event=paper-margin-unwatched portfolio={} reason=\"{}\"", portfolioId, e.getMessage());
            }
        }
    }

    private void look(UUID portfolioId) {
        Watched known = accounts.get(portfolioId);
        if (known == null) {
            return;
        }
        Standing now = standing(repriced(known).trading(settings.margin()), settings.margin());
        if (now == Standing.OVER || now != known.acted()) {
            Tenancy.as(known.organisationId(), () -> liquidations.act(portfolioId));
            accounts.replace(portfolioId, known, new Watched(known.organisationId(), known.account(), now));
        }
    }

    private PaperAccount repriced(Watched known) {
        PaperAccount account = known.account();
        List<PaperAccount.Valued> positions = account.positions().stream()
                .map(held -> new PaperAccount.Valued(
                        held.symbol(),
                        held.quantity(),
                        prices.latest(held.symbol()).map(Tick::price).orElse(held.price()),
                        held.currency(),
                        held.rate(),
                        held.stale()))
                .toList();
        return new PaperAccount(
                account.currency(),
                account.cash(),
                positions,
                account.unknownRates(),
                rates.of(known.organisationId()));
    }

    /**
     * Over when the requirement is above the equity by more than the margin allows; warned when nearly nothing remains. Who owes
     * nothing is safe, although of what is paid in full its whole value is required.
     */
    static Standing standing(TradingAccount account, PaperSettings.Margin margin) {
        BigDecimal requirement = account.maintenanceRequirement();
        BigDecimal equity = account.equity();
        if (!account.owes() || requirement.signum() == 0) {
            return Standing.SAFE;
        }
        if (requirement.compareTo(equity.multiply(margin.liquidateAbove())) > 0) {
            return Standing.OVER;
        }
        BigDecimal remaining = equity.subtract(requirement);
        return remaining.compareTo(equity.multiply(margin.warnBelow())) <= 0 ? Standing.WARNED : Standing.SAFE;
    }
}
