package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.portfolio.Portfolio;
import java.util.List;
import org.joda.money.BigMoney;

/** A portfolio with what it holds: positions by symbol and cash by currency, without prices. */
public record HeldPortfolio(Portfolio portfolio, List<Position> positions, List<BigMoney> cash) {

    public HeldPortfolio {
        positions = List.copyOf(positions);
        cash = List.copyOf(cash);
    }
}
