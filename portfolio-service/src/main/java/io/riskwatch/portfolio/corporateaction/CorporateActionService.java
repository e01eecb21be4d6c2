package io.riskwatch.portfolio.corporateaction;

import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.RecordedTransaction;
import io.riskwatch.portfolio.transaction.TransactionService;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.service.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Proposes corporate actions and books or forgets them; asked twice, each happens once. */
@Service
class CorporateActionService {

    private final Portfolios portfolios;
    private final Proposals proposals;
    private final Decisions decisions;
    private final Transactions transactions;
    private final TransactionService ledger;
    private final TransactionOperations inTransaction;

    CorporateActionService(
            Portfolios portfolios,
            Proposals proposals,
            Decisions decisions,
            Transactions transactions,
            TransactionService ledger,
            TransactionOperations inTransaction) {
        this.portfolios = portfolios;
        this.proposals = proposals;
        this.decisions = decisions;
        this.transactions = transactions;
        this.ledger = ledger;
        this.inTransaction = inTransaction;
    }

    /** What is neither booked nor decided on, the newest first. */
    List<ProposedAction> open(UUID portfolioId) {
        var proposed = proposals.of(portfolioId);
        var decided = decisions.decided(portfolioId);
        return proposed.stream()
                .filter(action -> !decided.contains(action.id()))
                .toList();
    }

    /** Books the action and answers its transaction; of one confirmed before, the transaction it booked then. */
    RecordedTransaction confirm(UUID portfolioId, UUID actionId) {
        portfolios.require(portfolioId);
        var before = decisions.booked(portfolioId, actionId);
        if (before.isPresent()) {
            return transactions.require(portfolioId, before.get());
        }
        var proposed = find(portfolioId, actionId);
        if (proposed.isEmpty()) { // never proposed, or booked by somebody else since we looked
            return transactions.require(
                    portfolioId, decisions.booked(portfolioId, actionId).orElseThrow(CorporateActionService::unknown));
        }
        var action = proposed.get();
        return Objects.requireNonNull(inTransaction.execute(status -> {
            portfolios.lock(portfolioId);
            Optional<UUID> meanwhile = decisions.booked(portfolioId, actionId);
            if (meanwhile.isPresent()) {
                return transactions.require(portfolioId, meanwhile.get());
            }
            var booked = ledger.book(
                    portfolioId,
                    BookedIn.one(action.account()),
                    action.booking(),
                    "confirmed: told by " + action.provider());
            decisions.decide(portfolioId, actionId, booked.id());
            return booked;
        }));
    }

    /** Proposes the action no more. What was confirmed stays. */
    void dismiss(UUID portfolioId, UUID actionId) {
        portfolios.require(portfolioId);
        var proposed = find(portfolioId, actionId); // before the decisions are read, so that none is missed
        if (decisions.decided(portfolioId).contains(actionId)) {
            if (decisions.booked(portfolioId, actionId).isPresent()) {
                throw ProblemException.conflict("The action is booked; delete its transaction to take it back.");
            }
            return; // asked twice, done once
        }
        if (proposed.isEmpty()) {
            throw unknown();
        }
        inTransaction.executeWithoutResult(status -> {
            portfolios.lock(portfolioId);
            if (decisions.booked(portfolioId, actionId).isPresent()) {
                throw ProblemException.conflict("The action is booked; delete its transaction to take it back.");
            }
            decisions.decide(portfolioId, actionId, null);
        });
    }

    private Optional<ProposedAction> find(UUID portfolioId, UUID actionId) {
        return proposals.of(portfolioId).stream()
                .filter(action -> action.id().equals(actionId))
                .findFirst();
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("corporate action");
    }
}
