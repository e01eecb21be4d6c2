package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Coinbase, transaction history. A conversion is a sale of one coin and a purchase of the other, both at its total. */
public final class Coinbase extends Table {

    private static final String[] TOTAL = {"total (inclusive of fees and/or spread)", "total"};
    private static final Set<String> MONEY = Set.of("USD", "EUR", "GBP", "CHF", "CAD", "AUD");
    private static final Pattern CONVERSION = Pattern.compile("(?i)Converted ([\\d.,]+) (\\S+) to ([\\d.,]+) (\\S+)");

    public Coinbase() {
        super(
                "timestamp,transaction type,asset,quantity transacted,subtotal",
                "id,price currency,spot price currency,price at transaction,spot price at transaction,"
                        + "total (inclusive of fees and/or spread),total,fees and/or spread,fees,notes");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var kind = row.text("transaction type").toLowerCase(Locale.ROOT);
        if (kind.equals("convert")) {
            convert(row, facts, rows);
            return;
        }
        var asset = row.text("asset").toUpperCase(Locale.ROOT);
        var quantity = row.required("quantity transacted");
        var date = row.date(Dates::iso, "timestamp");
        if (MONEY.contains(asset)) {
            var outgoing = kind.contains("withdraw") || kind.equals("send");
            rows.accept(transfer(outgoing ? quantity.abs().negate() : quantity.abs(), date, facts)
                    .currency(asset)
                    .note(row.text("notes"))
                    .brokerId(row.text("id"))
                    .stated(row));
            return;
        }
        var type = type(row, kind);
        var trade = type == TransactionType.BUY || type == TransactionType.SELL;
        rows.accept(draft(row, facts, type)
                .symbol(asset)
                .quantity(quantity)
                .price(row.number("price at transaction", "spot price at transaction"))
                .fee(trade ? row.number("fees and/or spread", "fees") : null)
                .amount(trade ? row.number(TOTAL) : null)
                .brokerId(row.text("id"))
                .stated(row));
    }

    private static Draft draft(Row row, Facts facts, TransactionType type) {
        return Draft.of(type, row.date(Dates::iso, "timestamp"), facts)
                .currency(row.text("price currency", "spot price currency"))
                .note(row.text("notes"));
    }

    private static void convert(Row row, Facts facts, Consumer<StatementRow> rows) {
        var conversion = CONVERSION.matcher(row.text("notes"));
        if (!conversion.find()) {
            throw new BookingRefused("notes", "says no conversion like 'Converted 1 ETH to 2000 USDC'");
        }
        var total = row.required(TOTAL);
        var id = row.text("id");
        rows.accept(draft(row, facts, TransactionType.SELL)
                .symbol(conversion.group(2))
                .quantity(row.parse("notes", conversion.group(1)))
                .amount(total)
                .brokerId(id.isEmpty() ? "" : id + "/sold")
                .stated(row));
        rows.accept(draft(row, facts, TransactionType.BUY)
                .symbol(conversion.group(4))
                .quantity(row.parse("notes", conversion.group(3)))
                .amount(total)
                .brokerId(id.isEmpty() ? "" : id + "/bought")
                .stated(row));
    }

    private static TransactionType type(Row row, String kind) {
        return switch (kind) {
            case "buy", "advanced trade buy", "advance trade buy" -> TransactionType.BUY;
            case "sell", "advanced trade sell", "advance trade sell" -> TransactionType.SELL;
            case "receive",
                    "rewards income",
                    "staking income",
                    "learning reward",
                    "coinbase earn",
                    "inflation reward",
                    "deposit" -> TransactionType.TRANSFER_IN;
            case "send", "withdrawal" -> TransactionType.TRANSFER_OUT;
            default -> throw row.unknownKind(row.text("transaction type"), "transaction type");
        };
    }
}
