package io.riskwatch.portfolio.allocation;

import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.valuation.Valuation;
import io.riskwatch.portfolio.valuation.Valuer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Divides portfolios, and compares them with what is wanted. */
@Service
public class Allocations {

    private final Valuer valuer;
    private final MarketData marketData;
    private final Targets targets;

    Allocations(Valuer valuer, MarketData marketData, Targets targets) {
        this.valuer = valuer;
        this.marketData = marketData;
        this.targets = targets;
    }

    Valuation value(UUID portfolioId) {
        return valuer.value(portfolioId);
    }

    /** Each account of the portfolio at the same prices. */
    Map<Account, Valuation> accounts(UUID portfolioId) {
        return valuer.accounts(portfolioId);
    }

    Allocation divide(Valuation valuation, Dimension dimension) {
        var symbols = valuation.symbols(position -> position.value().isPresent() && !position.unpriced());
        return Allocation.of(valuation, marketData.instruments(symbols), dimension);
    }

    /** What leads to the portfolio's target; empty when it has none. */
    public Optional<Rebalancing> rebalancing(Valuation valuation) {
        return targets.of(valuation.held().portfolio().id())
                .map(target -> Rebalancing.of(divide(valuation, target.dimension()), target.weights()));
    }
}
