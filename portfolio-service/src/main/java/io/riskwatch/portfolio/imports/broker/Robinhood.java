package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.util.Locale;
import java.util.function.Consumer;

/** Robinhood, account activity. Descriptions run over several lines; negatives stand in parentheses. */
public final class Robinhood extends Table {

    public Robinhood() {
        super("activity date,instrument,description,trans code,quantity,price,amount", "process date,settle date");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var code = row.text("trans code");
        if (code.isEmpty()) {
            rows.accept(ignored(row, "a remark of the broker and no transaction"));
            return;
        }
        if (code.equalsIgnoreCase("SPL") || code.equalsIgnoreCase("SPR")) {
            rows.accept(ignored(
                    row, "the file tells the shares a split added and not its ratio; record the split by hand"));
            return;
        }
        var amount = row.number("amount");
        var quantity = row.number("quantity");
        if (amount == null && quantity == null) {
            rows.accept(ignored(row, "moves neither money nor shares"));
            return;
        }
        var option = (code.length() == 3 && code.toUpperCase(Locale.ROOT).endsWith("O"))
                || code.equalsIgnoreCase("STC")
                || code.equalsIgnoreCase("BTC")
                || code.equalsIgnoreCase("OEXP");
        var type = type(row, code, amount == null ? 0 : amount.signum(), row.text("quantity"));
        rows.accept(Draft.of(type, row.date(Dates::monthFirst, "activity date"), facts)
                .symbol(option ? optionName(row) : row.text("instrument"))
                .quantity(
                        quantity == null
                                ? row.parse("quantity", row.text("quantity").replace("S", ""))
                                : quantity)
                .price(row.number("price"))
                .amount(amount)
                .currency("USD")
                .note(row.text("description"))
                .stated(row));
    }

    /** {@code AAPL 1/19/2024 Call $190.00}, as other brokers write it. */
    private static String optionName(Row row) {
        var match = java.util.regex.Pattern.compile(
                        "([A-Z.]+) (\\d{1,2})/(\\d{1,2})/(\\d{4}) (Call|Put) \\$?([\\d.,]+)")
                .matcher(row.text("description").replaceAll("\\s+", " "));
        return match.find()
                ? "%s %02d/%02d/%s %s %s"
                        .formatted(
                                match.group(1),
                                Integer.parseInt(match.group(2)),
                                Integer.parseInt(match.group(3)),
                                match.group(4),
                                match.group(6).replace(",", ""),
                                match.group(5).substring(0, 1))
                : row.text("instrument");
    }

    private static TransactionType type(Row row, String code, int sign, String quantity) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "BUY", "BTO", "BTC", "DRIP" -> TransactionType.BUY;
            case "SELL", "STO", "STC" -> TransactionType.SELL;
            case "CDIV", "MDIV", "SDIV", "CIL" -> TransactionType.DIVIDEND;
            case "INT", "SLIP", "MINT" -> TransactionType.INTEREST;
            case "ACH", "RTP", "DCF", "XENT_CC", "WIRE", "ITRF", "CFIR" ->
                sign < 0 ? TransactionType.WITHDRAWAL : TransactionType.DEPOSIT;
            case "GOLD", "DFEE", "AFEE", "FEE", "MISC" -> TransactionType.FEE;
            case "DTAX", "NRAT" -> TransactionType.TAX;
            case "REC", "ACATI" -> TransactionType.TRANSFER_IN;
            case "ACATO", "OEXP", "OASGN" ->
                quantity.startsWith("-") || !quantity.isEmpty() ? TransactionType.TRANSFER_OUT : TransactionType.FEE;
            default -> throw row.unknownKind(code, "trans code");
        };
    }
}
