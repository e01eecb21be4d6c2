package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Divides an amount so that the parts add up to it to the last digit. */
final class Apportionment {

    private Apportionment() {}

    /** Shares in proportion to the weights, each at the ledger's scale; the last one takes what rounding left. */
    static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights) {
        var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = new ArrayList<BigDecimal>(weights.size());
        var assigned = BigDecimal.ZERO;
        for (var i = 0; i < weights.size(); i++) {
            var last = i == weights.size() - 1;
            var share = last
                    ? Decimals.normal(amount.subtract(assigned))
                    : total.signum() == 0 ? BigDecimal.ZERO : Decimals.divide(amount.multiply(weights.get(i)), total);
            assigned = assigned.add(share);
            shares.add(share);
        }
        return shares;
    }
}
