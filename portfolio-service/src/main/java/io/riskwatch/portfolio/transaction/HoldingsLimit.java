package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.portfolio.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Holds the number of holdings of a portfolio to the plan: what adds one too many is refused, what is held stays. */
@Component
public class HoldingsLimit {

    private final Entitlements entitlements;

    HoldingsLimit(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    /** Refuses the step from one ledger to the other with a 402 when it adds holdings and they are more than allowed. */
    public void require(Ledger before, Ledger after) {
        int held = after.held().size();
        if (held > before.held().size()) {
            entitlements.current().require("holdingsPerPortfolio", held, "holdings in a portfolio");
        }
    }
}
