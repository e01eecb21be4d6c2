package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.imports.broker.RiskwatchTable;
import io.riskwatch.portfolio.imports.mapping.MappedTable;
import io.riskwatch.portfolio.imports.mapping.Templates;
import io.riskwatch.portfolio.imports.statement.FileRefused;
import io.riskwatch.portfolio.imports.statement.Layout;
import io.riskwatch.portfolio.imports.statement.StatementReader;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.Oversold;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.HoldingsLimit;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Preview, commit and undo of one file. */
@Service
class ImportService {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;
    private final HoldingsLimit holdingsLimit;
    private final Imports imports;
    private final ImportAccounts importAccounts;
    private final LedgerCheck ledgerCheck;
    private final RowSurroundings surroundings;
    private final Templates templates;
    private final SecurityAliases aliases;
    private final TransactionOperations inTransaction;
    private final Clock clock;

    ImportService(
            Portfolios portfolios,
            PortfolioAccounts accounts,
            Transactions transactions,
            HoldingsLimit holdingsLimit,
            Imports imports,
            ImportAccounts importAccounts,
            LedgerCheck ledgerCheck,
            RowSurroundings surroundings,
            Templates templates,
            SecurityAliases aliases,
            TransactionOperations inTransaction,
            Clock clock) {
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.transactions = transactions;
        this.holdingsLimit = holdingsLimit;
        this.imports = imports;
        this.importAccounts = importAccounts;
        this.ledgerCheck = ledgerCheck;
        this.surroundings = surroundings;
        this.templates = templates;
        this.aliases = aliases;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /** Reads the file twice: once to refuse what must be refused while nothing is stored, once to store its rows. */
    StatementImport preview(UUID portfolioId, Upload upload) {
        var portfolio = portfolios.requireKeptByHand(portfolioId);
        var standard = accounts.standard(portfolioId);
        var account = account(portfolioId, upload).orElse(standard);
        try {
            var reader = StatementReader.open(upload.file(), layouts(upload), RiskwatchTable::diagnosis);
            var format = Layouts.formatOf(reader.layout());
            var around = surroundings.of(portfolio, reader, LocalDate.now(clock), upload.malformed());
            upload.keptName().ifPresent(name -> templates.keep(name, reader.header(), upload.requireMapping()));
            return Objects.requireNonNull(inTransaction.execute(status -> {
                portfolios.lock(portfolioId);
                var preview = imports.create(portfolioId, format);
                var named = new NamedAccounts(accounts.of(portfolioId), account);
                var writer = new PreviewWriter(imports, transactions, preview, named, standard);
                reader.rows(around, writer);
                writer.finish();
                importAccounts.keep(preview.id(), named.made());
                markMisfits(preview);
                return preview;
            }));
        } catch (FileRefused e) {
            throw e.problem();
        }
    }

    /** Every round leaves fewer NEW rows, and the last one finds that they fit. */
    private void markMisfits(StatementImport preview) {
        LedgerCheck.Findings found;
        do {
            found = ledgerCheck.findings(preview);
            imports.markErrors(preview.id(), found.misfits());
        } while (found.again());
    }

    private Optional<UUID> account(UUID portfolioId, Upload upload) {
        return Optional.ofNullable(upload.accountId())
                .map(named -> accounts.find(portfolioId, named)
                        .map(Account::id)
                        .orElseThrow(() -> ProblemException.unprocessable(
                                "accountId", "%s is no account of this portfolio".formatted(named))));
    }

    /** What the file may be: what the client says, else what the organisation explained before or Riskwatch knows. */
    private List<Layout> layouts(Upload upload) {
        if (upload.mapping() != null) {
            upload.mapping().check();
            return List.of(MappedTable.of(upload.mapping()));
        }
        if (upload.format() != null) {
            return Layouts.of(upload.format()).map(List::of).orElseGet(templates::layouts);
        }
        return Stream.concat(templates.layouts().stream(), Layouts.all().stream())
                .toList();
    }

    StatementImport commit(UUID portfolioId, UUID importId, boolean skipErrors) {
        return changing(portfolioId, importId, preview -> {
            switch (preview.state()) {
                case COMMITTED -> {
                    return; // asked twice, done once
                }
                case UNDONE -> throw ProblemException.conflict("The import was undone; upload the file again.");
                case PREVIEW -> {
                    refuseErrors(preview, skipErrors);
                    makeAccounts(preview);
                    if (imports.lostAccount(preview)) {
                        throw ProblemException.conflict(
                                "The account was deleted since the preview; upload the file again.");
                    }
                    imports.book(preview);
                    aliases.learn(preview.id());
                }
            }
        });
    }

    private void makeAccounts(StatementImport preview) {
        importAccounts.make(preview);
        if (importAccounts.tooMany(preview, PortfolioAccounts.MOST)) {
            throw ProblemException.conflict(
                    "With the accounts that the file names the portfolio would have more than %d."
                            .formatted(PortfolioAccounts.MOST));
        }
    }

    /** A committed import leaves the ledger, a preview is forgotten. */
    void undo(UUID portfolioId, UUID importId) {
        inTransaction.executeWithoutResult(status -> {
            portfolios.lock(portfolioId);
            var batch = imports.require(portfolioId, importId);
            switch (batch.state()) {
                case PREVIEW -> imports.forget(batch);
                case COMMITTED -> {
                    imports.unbook(batch);
                    importAccounts.takeBack(batch);
                    replay(portfolioId, "Undoing the import would leave the ledger impossible: ");
                }
                case UNDONE -> {
                    // asked twice, done once
                }
            }
        });
    }

    private StatementImport changing(
            UUID portfolioId, UUID importId, java.util.function.Consumer<StatementImport> change) {
        return Objects.requireNonNull(inTransaction.execute(status -> {
            portfolios.lock(portfolioId);
            var before = transactions.replay(portfolioId);
            change.accept(imports.require(portfolioId, importId));
            holdingsLimit.require(
                    before, replay(portfolioId, "The ledger was changed since the preview; upload the file again: "));
            return imports.require(portfolioId, importId);
        }));
    }

    private void refuseErrors(StatementImport preview, boolean skipErrors) {
        var errors = skipErrors
                ? List.<ImportRow>of()
                : imports.rows(preview.id(), 0, Set.of(RowStatus.ERROR), FileRefused.NAMED);
        if (!errors.isEmpty()) {
            throw ProblemException.unprocessable(errors.stream()
                            .map(row -> new FieldError(
                                    "line %d, column %s".formatted(row.line(), row.column()),
                                    String.valueOf(row.reason())))
                            .toList())
                    .with("line", errors.getFirst().line())
                    .with("column", String.valueOf(errors.getFirst().column()));
        }
    }

    private Ledger replay(UUID portfolioId, String otherwise) {
        try {
            return transactions.replay(portfolioId);
        } catch (Oversold e) {
            throw ProblemException.conflict(otherwise + e.reason());
        } catch (BookingRefused e) {
            throw ProblemException.conflict(otherwise + e.reason());
        }
    }
}
