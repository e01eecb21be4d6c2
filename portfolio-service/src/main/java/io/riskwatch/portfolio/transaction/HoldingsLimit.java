package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.portfolio.ledger.Ledger;
import java.util.function.Supplier;
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
        require(before, after, () -> after);
    }

    /**
     * The same when only the changed part of the ledgers was played.
     *
     * @param whole the ledger after the step, asked for only when something was added
     */
    void require(Ledger before, Ledger after, Supplier<Ledger> whole) {
        if (after.held().size() > before.held().size()) {
            entitlements
                    .current()
                    .require("holdingsPerPortfolio", whole.get().held().size(), "holdings in a portfolio");
        }
    }
}
