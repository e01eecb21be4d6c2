package io.riskwatch.portfolio.recommendation;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.allocation.Allocations;
import io.riskwatch.portfolio.allocation.Dimension;
import io.riskwatch.portfolio.allocation.Rebalancing;
import io.riskwatch.portfolio.allocation.Targets;
import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.preferences.PreferencesStore;
import io.riskwatch.portfolio.recommendation.rule.Situation;
import io.riskwatch.portfolio.riskscore.Histories;
import io.riskwatch.portfolio.valuation.Valuation;
import io.riskwatch.portfolio.valuation.ValuedPosition;
import io.riskwatch.portfolio.valuation.Valuer;
import io.riskwatch.service.security.Caller;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Gathers what the rules look at. */
@Service
class Situations {

    private static final int YEAR_DAYS = 365;
    private static final int MONTH_DAYS = 30;

    private final Valuer valuer;
    private final MarketData marketData;
    private final Histories histories;
    private final Allocations allocations;
    private final Targets targets;
    private final PreferencesStore preferences;
    private final JdbcClient jdbc;
    private final TransactionOperations inTransaction;
    private final Clock clock;

    Situations(
            Valuer valuer,
            MarketData marketData,
            Histories histories,
            Allocations allocations,
            Targets targets,
            PreferencesStore preferences,
            JdbcClient jdbc,
            TransactionOperations inTransaction,
            Clock clock) {
        this.valuer = valuer;
        this.marketData = marketData;
        this.histories = histories;
        this.allocations = allocations;
        this.targets = targets;
        this.preferences = preferences;
        this.jdbc = jdbc;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    Situation of(UUID portfolioId) {
        var valuation = valuer.value(portfolioId);
        var base = valuation.held().portfolio().baseCurrency().getCode();
        var symbols = valuation.symbols(position -> true);
        var instruments = marketData.instruments(valuation.symbols(position -> !position.unpriced()));
        var activity = activity(portfolioId, valuation);
        return new Situation(
                base,
                valuation.positions().stream()
                        .filter(position -> position.value().isPresent())
                        .map(position -> holding(position, instruments))
                        .toList(),
                cash(valuation),
                histories.of(symbols, base),
                preferences.of(Caller.current().userId()).riskTolerance(),
                activity.fees(),
                activity.trades(),
                target(portfolioId, valuation));
    }

    private static Situation.Holding holding(ValuedPosition position, Map<String, Instrument> instruments) {
        var symbol = position.position().symbol();
        var instrument = Optional.ofNullable(instruments.get(symbol));
        return new Situation.Holding(
                symbol,
                Dimension.CLASS.bucket(symbol, position.priceCurrency(), instrument),
                Dimension.SECTOR.bucket(symbol, position.priceCurrency(), instrument),
                Dimension.REGION.bucket(symbol, position.priceCurrency(), instrument),
                position.priceCurrency(),
                position.value().orElseThrow().doubleValue(),
                position.cost().map(BigDecimal::doubleValue),
                position.stale(),
                position.unpriced());
    }

    private static Map<String, Double> cash(Valuation valuation) {
        var cash = new HashMap<String, Double>();
        valuation
                .cash()
                .forEach(money -> money.value()
                        .ifPresent(value -> cash.merge(
                                money.money().getCurrencyUnit().getCode(), value.doubleValue(), Double::sum)));
        return cash;
    }

    private Optional<Situation.Target> target(UUID portfolioId, Valuation valuation) {
        return targets.of(portfolioId).map(target -> {
            var weights = new HashMap<String, Double>();
            target.weights().forEach((key, weight) -> weights.put(key, weight.doubleValue()));
            var trades = new HashMap<String, Double>();
            allocations
                    .rebalancing(valuation)
                    .map(Rebalancing::trades)
                    .orElseThrow()
                    .forEach(trade -> trades.merge(trade.symbol(), trade.value().doubleValue(), Double::sum));
            return new Situation.Target(target.dimension(), weights, trades);
        });
    }

    private record Activity(double fees, int trades) {}

    private record FeesOfCurrency(String currency, BigDecimal fees, int trades) {}

    /** Fees of a year at today's exchange rates, and the trades of a month. */
    private Activity activity(UUID portfolioId, Valuation valuation) {
        var today = LocalDate.now(clock);
        var byCurrency = inTransaction.execute(status -> jdbc.sql(
                        "select currency, sum(fee) + coalesce(sum(amount) filter (where type = 'FEE'), 0) as fees,"
                                + " count(*) filter (where type in ('BUY', 'SELL') and trade_date > ?) as trades"
                                + " from ledger_transaction where organisation_id = ? and portfolio_id = ? and trade_date > ?"
                                + " group by currency order by currency")
                .params(today.minusDays(MONTH_DAYS), organisation(), portfolioId, today.minusDays(YEAR_DAYS))
                .query((row, number) ->
                        new FeesOfCurrency(row.getString("currency"), row.getBigDecimal("fees"), row.getInt("trades")))
                .list());
        var fees = 0.0;
        var trades = 0;
        for (var part : byCurrency == null ? java.util.List.<FeesOfCurrency>of() : byCurrency) {
            fees += valuation
                    .convert(part.fees(), part.currency())
                    .map(BigDecimal::doubleValue)
                    .orElse(0.0);
            trades += part.trades();
        }
        return new Activity(fees, trades);
    }
}
