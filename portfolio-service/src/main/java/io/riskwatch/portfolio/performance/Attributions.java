package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.holding.HoldingHistories;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.valuation.PortfolioHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells which account of a portfolio gained what. */
@Service
class Attributions {

    private final PortfolioAccounts accounts;
    private final HoldingHistories histories;

    Attributions(PortfolioAccounts accounts, HoldingHistories histories) {
        this.accounts = accounts;
        this.histories = histories;
    }

    /**
     * The attribution of a past that has values.
     *
     * @param only the account the past is of; {@code null}: it is the whole portfolio's
     */
    Figure<Attribution> of(PortfolioHistory history, @Nullable UUID only) {
        var portfolio = history.portfolio().id();
        var asked = only == null ? accounts.of(portfolio) : List.of(accounts.require(portfolio, only));
        var gains = new LinkedHashMap<Account, Gains>();
        for (var account : asked) {
            var held = asked.size() == 1 ? history.holdings() : histories.of(new Scope(portfolio, account.id()));
            var gained = Gains.of(history, held);
            if (!gained.known()) {
                return Figure.refused(gained.refusal().orElseThrow());
            }
            gains.put(account, gained.get());
        }
        return Figure.of(new Attribution(gains));
    }
}
