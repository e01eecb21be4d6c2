package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.Oversold;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.HoldingsLimit;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Preview, commit and undo of one file. */
@Service
class ImportService {

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final HoldingsLimit holdingsLimit;
    private final Imports imports;
    private final LedgerCheck ledgerCheck;
    private final RowCurrencies rowCurrencies;
    private final TransactionOperations inTransaction;
    private final Clock clock;

    ImportService(
            Portfolios portfolios,
            Transactions transactions,
            HoldingsLimit holdingsLimit,
            Imports imports,
            LedgerCheck ledgerCheck,
            RowCurrencies rowCurrencies,
            TransactionOperations inTransaction,
            Clock clock) {
        this.portfolios = portfolios;
        this.transactions = transactions;
        this.holdingsLimit = holdingsLimit;
        this.imports = imports;
        this.ledgerCheck = ledgerCheck;
        this.rowCurrencies = rowCurrencies;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /** Reads the file twice: once to refuse what must be refused while nothing is stored, once to store its rows. */
    StatementImport preview(UUID portfolioId, InputStreamSource file, Malformed malformed) {
        var portfolio = portfolios.require(portfolioId);
        try {
            try (var bytes = file.getInputStream()) {
                TextCheck.check(bytes);
            }
            var reader = new StatementReader(file);
            var format = reader.header().format();
            var today = LocalDate.now(clock);
            var currencies = rowCurrencies.of(portfolio, reader, today, malformed);
            return Objects.requireNonNull(inTransaction.execute(status -> {
                portfolios.lock(portfolioId);
                var preview = imports.create(portfolioId, format);
                var writer = new PreviewWriter(imports, transactions, preview);
                reader.rows(header -> new RowReader(header, currencies, today, today.plusDays(1)), writer);
                writer.finish();
                imports.markErrors(preview.id(), ledgerCheck.misfits(preview));
                return preview;
            }));
        } catch (FileRefused e) {
            throw e.problem();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                    imports.book(preview);
                }
            }
        });
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
