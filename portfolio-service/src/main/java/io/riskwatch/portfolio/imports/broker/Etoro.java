package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.util.Locale;
import java.util.function.Consumer;

/** eToro, account activity, in dollars. Details name the instrument as {@code AAPL/USD}. */
public final class Etoro extends Table {

    public Etoro() {
        super(
                "date,type,details,amount,units",
                "realized equity change,realized equity,balance,position id,asset type,nwa");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var kind = row.text("type").toLowerCase(Locale.ROOT);
        var amount = row.required("amount");
        if (amount.signum() == 0) {
            rows.accept(ignored(row, "moves no money"));
            return;
        }
        if (row.text("asset type").equalsIgnoreCase("CFD")) {
            throw row.unknownKind("CFD", "asset type");
        }
        var date = row.date(Dates::dayFirst, "date");
        var type = type(row, kind);
        var cost = type == TransactionType.FEE || type == TransactionType.TAX;
        rows.accept(Draft.of(type, date, facts)
                .symbol(row.text("details").split("/", 2)[0])
                .quantity(type.movesSecurity() ? row.required("units") : null)
                .amount(cost ? amount.abs().negate() : amount)
                .currency("USD")
                .note(row.text("type") + " " + row.text("details"))
                .brokerId(row.has("position id") && type.movesSecurity() ? row.text("position id") + "/" + kind : "")
                .stated(row));
    }

    private static TransactionType type(Row row, String kind) {
        return switch (kind) {
            case "deposit", "promotion", "bonus" -> TransactionType.DEPOSIT;
            case "withdraw request", "withdrawal", "withdraw" -> TransactionType.WITHDRAWAL;
            case "open position" -> TransactionType.BUY;
            case "position closed", "profit/loss of trade" -> TransactionType.SELL;
            case "dividend" -> TransactionType.DIVIDEND;
            case "interest payment" -> TransactionType.INTEREST;
            case "overnight fee",
                    "commission",
                    "withdraw fee",
                    "withdrawal fee",
                    "conversion fee",
                    "deposit conversion fee",
                    "withdrawal conversion fee" -> TransactionType.FEE;
            case "sdrt", "stamp duty", "withholding tax" -> TransactionType.TAX;
            default -> throw row.unknownKind(row.text("type"), "type");
        };
    }
}
