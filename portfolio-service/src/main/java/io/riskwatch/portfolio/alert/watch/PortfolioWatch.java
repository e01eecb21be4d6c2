package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.alert.rule.AlertKind;
import io.riskwatch.portfolio.alert.rule.AlertRules;
import io.riskwatch.portfolio.alert.rule.Measure;
import io.riskwatch.portfolio.portfolio.PortfolioChanged;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.portfolio.valuation.Valuation;
import io.riskwatch.portfolio.valuation.Valuer;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks at the portfolios that rules are about: at one whose prices changed at most every few seconds, at any after a minute.
 * One valuation serves all rules of a portfolio.
 */
@Component
@EnableConfigurationProperties(WatchSettings.class)
class PortfolioWatch implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PortfolioWatch.class);
    private static final int AT_ONCE = 4;

    private final RuleBook book;
    private final Valuer valuer;
    private final LivePrices prices;
    private final LatestTicks latest;
    private final PortfolioMeasures measures;
    private final Crossings crossings;
    private final AlertRules rules;
    private final WatchSettings settings;
    private final Clock clock;
    private final Map<UUID, Looked> looked = new ConcurrentHashMap<>();
    private final Map<String, Set<UUID>> bySymbol = new ConcurrentHashMap<>();
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("alert-portfolios-", 0).factory());

    /** When a portfolio was looked at last, and what its value came of. */
    private record Looked(Instant at, Set<String> symbols) {}

    PortfolioWatch(
            RuleBook book,
            Valuer valuer,
            LivePrices prices,
            LatestTicks latest,
            PortfolioMeasures measures,
            Crossings crossings,
            AlertRules rules,
            WatchSettings settings,
            Clock clock) {
        this.book = book;
        this.valuer = valuer;
        this.prices = prices;
        this.latest = latest;
        this.measures = measures;
        this.crossings = crossings;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
        book.tellNewcomers(rule -> {
            if (rule.terms().portfolioId() != null) {
                changed.add(rule.terms().portfolioId());
            }
        });
    }

    /** A symbol has a new price. */
    void priced(String symbol) {
        changed.addAll(bySymbol.getOrDefault(symbol, Set.of()));
    }

    /** Something was booked, or it is called otherwise. */
    @TransactionalEventListener
    void onChanged(PortfolioChanged portfolio) {
        changed.add(portfolio.portfolioId());
    }

    /** What the value of a portfolio came of when it was looked at last. */
    Set<String> symbols(UUID portfolioId) {
        var last = looked.get(portfolioId);
        return last == null ? Set.of() : last.symbols();
    }

    @Scheduled(fixedRate = 250)
    void look() {
        var now = clock.instant();
        for (var portfolio : book.portfolios()) {
            var last = looked.get(portfolio);
            var due = last == null
                    || !last.at().plus(settings.portfolioAnyway()).isAfter(now)
                    || (changed.contains(portfolio)
                            && !last.at().plus(settings.portfolioInterval()).isAfter(now));
            if (due && busy.add(portfolio)) {
                changed.remove(portfolio);
                threads.execute(() -> lookAt(portfolio, now));
            }
        }
        changed.retainAll(book.portfolios());
        looked.keySet().removeIf(portfolio -> book.ofPortfolio(portfolio).isEmpty());
    }

    private void lookAt(UUID portfolio, Instant now) {
        try {
            var watched = List.copyOf(book.ofPortfolio(portfolio));
            if (!watched.isEmpty()) {
                Tenancy.as(watched.getFirst().rule().organisationId(), () -> lookAt(portfolio, watched, now));
            }
        } catch (ProblemException e) {
            // it is gone, or who made the rule is: the rules go with it, or are shown with the reason
            remember(portfolio, now, symbols(portfolio));
            log.debug("event=alert-portfolio-passed-over portfolio={} reason=\"{}\"", portfolio, e.detail());
        } catch (RuntimeException e) {
            remember(portfolio, now, symbols(portfolio));
            log.warn("event=alert-portfolio-postponed portfolio={} reason=\"{}\"", portfolio, e.getMessage());
        } finally {
            busy.remove(portfolio);
        }
    }

    private void lookAt(UUID portfolio, List<WatchedRule> watched, Instant now) {
        var asked = new TreeSet<String>();
        var first = watched.getFirst().rule();
        var valuation = valuer.value(portfolio, symbols -> {
            asked.addAll(symbols);
            return prices.of(first.organisationId(), first.savedBy(), symbols);
        });
        remember(portfolio, now, Set.copyOf(asked));
        var at = observedAt(asked, now);
        for (var rule : watched) {
            if (byValue(rule)) {
                look(rule, valuation, at);
            }
        }
    }

    /** The time of the newest price, by which replicas agree; while nothing ticks, what changes is booked or computed now. */
    private Instant observedAt(Set<String> symbols, Instant now) {
        return symbols.stream()
                .map(latest::find)
                .flatMap(Optional::stream)
                .filter(tick -> tick.session().closedSince(now).isEmpty())
                .map(Tick::asOf)
                .max(Instant::compareTo)
                .orElse(now);
    }

    /**
     * What depends on the age of prices is looked at by the clock, and a margin account's state where it changes: of a new rule
     * alone it is looked at here.
     */
    private static boolean byValue(WatchedRule rule) {
        return rule.terms().kind() != AlertKind.STALE_DATA
                && (rule.terms().measure() != Measure.STATE || rule.begins());
    }

    private void look(WatchedRule rule, Valuation valuation, Instant at) {
        var measured = valuation.marketDataAway()
                ? Measured.not("Some prices are not known at the moment.")
                : measure(rule, valuation);
        explain(rule, measured.problem());
        if (measured.value() != null) {
            rule.observe(measured.value(), at, null).ifPresent(crossings::put);
        }
    }

    private Measured measure(WatchedRule rule, Valuation valuation) {
        try {
            return measures.of(rule.rule(), valuation);
        } catch (ProblemException e) {
            return Measured.not(e.detail());
        }
    }

    private void explain(WatchedRule rule, @Nullable String problem) {
        if (rule.explains(problem)) {
            rules.explain(rule.id(), problem);
        }
    }

    private void remember(UUID portfolio, Instant at, Set<String> symbols) {
        var before = looked.put(portfolio, new Looked(at, symbols));
        index(portfolio, before == null ? Set.of() : before.symbols(), symbols);
    }

    private void index(UUID portfolio, Collection<String> before, Collection<String> now) {
        before.stream()
                .filter(symbol -> !now.contains(symbol))
                .forEach(symbol -> bySymbol.computeIfPresent(symbol, (any, portfolios) -> {
                    portfolios.remove(portfolio);
                    return portfolios.isEmpty() ? null : portfolios;
                }));
        now.forEach(symbol -> bySymbol.computeIfAbsent(symbol, any -> ConcurrentHashMap.newKeySet())
                .add(portfolio));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
