package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Ghostfolio, activities, as CSV with any of its column synonyms or as the JSON of its own export. Amounts are quantity
 * times price; a date with slashes begins with the day.
 */
public final class Ghostfolio extends Table {

    private static final String[] DATE = {"date", "tradedate"};
    private static final String[] SYMBOL = {"code", "symbol", "ticker"};
    private static final String[] KIND = {"action", "buy/sell", "type"};
    private static final String[] QUANTITY = {"qty", "quantity", "shares", "units"};
    private static final String[] PRICE = {"unitprice", "price", "tradeprice", "value"};
    private static final String[] FEE = {"fee", "commission", "ibcommission"};
    private static final String[] CURRENCY = {"currency", "ccy", "currencyprimary"};
    private static final String[] NOTE = {"note", "comment"};
    private static final List<String[]> ALL = List.of(DATE, SYMBOL, KIND, QUANTITY, PRICE, CURRENCY, FEE);

    public Ghostfolio() {
        super(
                "",
                "date,tradedate,code,symbol,ticker,action,buy/sell,type,qty,quantity,shares,units,price,tradeprice,"
                        + "unitprice,value,fee,commission,ibcommission,currency,ccy,currencyprimary,note,comment,datasource,"
                        + "account,accountid,id,isin");
    }

    @Override
    public int match(List<String> names) {
        return ALL.stream().allMatch(synonyms -> List.of(synonyms).stream().anyMatch(names::contains))
                ? super.match(names)
                : 0;
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var kind = row.text(KIND).toUpperCase(Locale.ROOT);
        if (kind.equals("ITEM") || kind.equals("LIABILITY")) {
            rows.accept(ignored(row, "a wish list's or a debt's entry is no transaction"));
            return;
        }
        var type = type(row, kind);
        var quantity = row.number(QUANTITY);
        var price = row.number(PRICE);
        var money = type.movesSecurity() || quantity == null || price == null ? null : quantity.multiply(price);
        var cost = type == TransactionType.FEE;
        var fee = row.numberOrZero(FEE);
        rows.accept(Draft.of(type, row.date(Dates.any(facts.dayFirst(), true), DATE), facts)
                .symbol(row.text(SYMBOL))
                .isin(row.text("isin"))
                .quantity(quantity)
                .price(price)
                .fee(cost ? BigDecimal.ZERO : fee)
                .amount(
                        cost
                                ? (money == null ? BigDecimal.ZERO : money.abs())
                                        .add(fee)
                                        .negate()
                                : money)
                .currency(row.text(CURRENCY))
                .note(row.text(NOTE))
                .brokerId(row.text("id"))
                .stated(row));
    }

    private static TransactionType type(Row row, String kind) {
        return switch (kind) {
            case "BUY" -> TransactionType.BUY;
            case "SELL" -> TransactionType.SELL;
            case "DIVIDEND" -> TransactionType.DIVIDEND;
            case "INTEREST" -> TransactionType.INTEREST;
            case "FEE" -> TransactionType.FEE;
            default -> throw row.unknownKind(row.text(KIND), KIND);
        };
    }
}
