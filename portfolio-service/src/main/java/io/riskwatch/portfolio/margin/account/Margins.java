package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.InitialMargin;
import io.riskwatch.portfolio.margin.MarginAccount;
import io.riskwatch.portfolio.margin.MarginCalculator;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.OptionSymbols;
import io.riskwatch.portfolio.margin.rate.MarginSettings;
import io.riskwatch.portfolio.margin.rate.RateBooks;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.Quote;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.portfolio.valuation.Valuation;
import io.riskwatch.portfolio.valuation.Valuer;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Reads how a portfolio's margin accounts stand at the latest prices. Not for use inside a database transaction. */
@Service
public class Margins {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Valuer valuer;
    private final MarketData marketData;
    private final LatestTicks ticks;
    private final RateBooks rates;
    private final MarginSettings settings;
    private final ObjectProvider<SetLoan> setLoans;
    private final ObjectProvider<LastMarginState> lastStates;
    private final Clock clock;

    Margins(
            Portfolios portfolios,
            PortfolioAccounts accounts,
            Valuer valuer,
            MarketData marketData,
            LatestTicks ticks,
            RateBooks rates,
            MarginSettings settings,
            ObjectProvider<SetLoan> setLoans,
            ObjectProvider<LastMarginState> lastStates,
            Clock clock) {
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.valuer = valuer;
        this.marketData = marketData;
        this.ticks = ticks;
        this.rates = rates;
        this.settings = settings;
        this.setLoans = setLoans;
        this.lastStates = lastStates;
        this.clock = clock;
    }

    /** All margin accounts of the portfolio together; a 404 without one, and of a portfolio the caller may not see. */
    public MarginReading of(UUID portfolioId) {
        var portfolio = portfolios.require(portfolioId);
        if (accounts.of(portfolioId).stream().noneMatch(Margins::lends)) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND,
                    "no-margin-account",
                    "No margin account",
                    "The portfolio has no account in which a broker lends; make one of its accounts a margin account.");
        }
        var valued = valuer.accounts(portfolioId).entrySet().stream()
                .filter(entry -> lends(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        var book = rates.today();
        var spots = spots(valued);
        var now = clock.instant();
        var reader = new PositionReader(book, ticks, spots::get, now, settings.staleAfter());
        valued.forEach(reader::read);
        var cash = Cash.of(valued);
        var said = setLoan(portfolioId);
        var account = new MarginAccount(reader.positions(), said.orElse(cash.loan()), cash.credit());
        valued.forEach(valuation -> owedAtOldRates(valuation, reader));
        var unknown = new TreeSet<>(reader.unknown);
        unknown.addAll(cash.unknown());
        var rules = book.rules(Math.max(0, portfolio.baseCurrency().getDecimalPlaces()));
        var status = MarginCalculator.status(account, rules, before(portfolioId));
        var dollar = valued.stream().map(PositionReader::dollar).findFirst().orElse(BigDecimal.ONE);
        return new MarginReading(
                portfolioId,
                portfolio.baseCurrency(),
                now,
                account,
                book,
                unknown.isEmpty() && reader.stale.isEmpty() ? status : status.stale(),
                InitialMargin.of(account, rules, dollar),
                said.isPresent(),
                dollar,
                exchangeRates(valued, portfolio.baseCurrency().getCode()),
                reader.oldest(),
                reader.times,
                List.copyOf(reader.stale),
                List.copyOf(unknown),
                valued.stream().anyMatch(Margins::simulated));
    }

    static boolean lends(Account account) {
        return account.kind() == Account.Kind.MARGIN;
    }

    private static Map<String, BigDecimal> exchangeRates(Collection<Valuation> valued, String base) {
        var found = new HashMap<String, BigDecimal>(Map.of(base, BigDecimal.ONE));
        for (var valuation : valued) {
            Stream.concat(
                            valuation.cash().stream()
                                    .map(money ->
                                            money.money().getCurrencyUnit().getCode()),
                            valuation.positions().stream()
                                    .flatMap(position -> Stream.of(
                                            position.priceCurrency(),
                                            position.position().currency().getCode())))
                    .distinct()
                    .forEach(currency ->
                            valuation.convert(BigDecimal.ONE, currency).ifPresent(rate -> found.put(currency, rate)));
        }
        return found;
    }

    private static void owedAtOldRates(Valuation valuation, PositionReader reader) {
        valuation.cash().stream()
                .filter(cash -> cash.money().isNegative())
                .map(cash -> cash.money().getCurrencyUnit().getCode())
                .filter(currency -> reader.oldRate(currency, valuation))
                .forEach(reader.stale::add);
    }

    private static boolean simulated(Valuation valuation) {
        return valuation.positions().stream().anyMatch(position -> position.simulated());
    }

    private Optional<BigDecimal> setLoan(UUID portfolioId) {
        return setLoans.orderedStream()
                .map(source -> source.of(portfolioId))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private @Nullable MarginState before(UUID portfolioId) {
        return lastStates
                .orderedStream()
                .map(memory -> memory.of(portfolioId))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** The prices of what the options held are about. */
    private Map<String, BigDecimal> spots(Collection<Valuation> valued) {
        var found = new HashMap<String, BigDecimal>();
        var asked = new ArrayList<String>();
        valued.stream()
                .flatMap(valuation -> valuation.symbols(position -> true).stream())
                .map(OptionSymbols::parse)
                .flatMap(Optional::stream)
                .map(option -> option.underlying())
                .distinct()
                .forEach(underlying -> ticks.find(underlying)
                        .map(Tick::price)
                        .ifPresentOrElse(price -> found.put(underlying, price), () -> asked.add(underlying)));
        if (!asked.isEmpty()) {
            marketData
                    .quotes(asked)
                    .bySymbol()
                    .values()
                    .forEach((Quote quote) -> found.put(quote.symbol(), quote.price()));
        }
        return found;
    }

    /** What is owed and what is there, each the sum over accounts and currencies of one sign, in the base currency. */
    private record Cash(BigDecimal loan, BigDecimal credit, List<String> unknown) {

        static Cash of(Collection<Valuation> valued) {
            var loan = BigDecimal.ZERO;
            var credit = BigDecimal.ZERO;
            var unknown = new ArrayList<String>();
            for (var valuation : valued) {
                for (var money : valuation.cash()) {
                    var value = money.value().orElse(null);
                    if (value == null) {
                        unknown.add(money.money().getCurrencyUnit().getCode());
                    } else if (value.signum() < 0) {
                        loan = loan.subtract(value);
                    } else {
                        credit = credit.add(value);
                    }
                }
            }
            return new Cash(loan, credit, unknown);
        }
    }
}
