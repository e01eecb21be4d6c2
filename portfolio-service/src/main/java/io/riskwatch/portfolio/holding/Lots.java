package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.ledger.RealisedGain;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lots of a portfolio of the current organisation, told from its ledger under any lot method. */
@Service
class Lots {

    private final Portfolios portfolios;
    private final Transactions transactions;

    Lots(Portfolios portfolios, Transactions transactions) {
        this.portfolios = portfolios;
        this.transactions = transactions;
    }

    /** The positions at the end of a day, by symbol, with their lots. */
    @Transactional(readOnly = true)
    List<Position> open(UUID portfolioId, LotMethod method, LocalDate until) {
        portfolios.require(portfolioId);
        return transactions
                .replay(portfolioId, new Ledger(rules(portfolioId, method)), until)
                .positions();
    }

    /**
     * Gains in the order they were realised.
     *
     * @param after how many of those that fit to leave out
     * @param limit how many to answer at most
     */
    @Transactional(readOnly = true)
    List<RealisedGain> realised(
            UUID portfolioId, LotMethod method, Predicate<RealisedGain> which, int after, int limit) {
        portfolios.require(portfolioId);
        var page = new Object() {
            final List<RealisedGain> gains = new ArrayList<>();
            int seen;

            void take(RealisedGain gain) {
                if (which.test(gain) && seen++ >= after && gains.size() < limit) {
                    gains.add(gain);
                }
            }
        };
        transactions.replay(portfolioId, new Ledger(rules(portfolioId, method), page::take), LocalDate.MAX);
        return page.gains;
    }

    /** What was ever held, by symbol, under each method; the rows are read once. */
    @Transactional(readOnly = true)
    Map<LotMethod, List<Position>> byMethod(UUID portfolioId) {
        portfolios.require(portfolioId);
        var ledgers = new EnumMap<LotMethod, Ledger>(LotMethod.class);
        var rules = transactions.rules(portfolioId);
        for (var method : LotMethod.values()) {
            ledgers.put(method, new Ledger(rules.with(method)));
        }
        transactions.forEach(portfolioId, entry -> ledgers.values().forEach(ledger -> ledger.play(entry)));
        var positions = new EnumMap<LotMethod, List<Position>>(LotMethod.class);
        ledgers.forEach((method, ledger) -> positions.put(method, ledger.positionsEverHeld()));
        return positions;
    }

    private LedgerRules rules(UUID portfolioId, LotMethod method) {
        return transactions.rules(portfolioId).with(method);
    }
}
