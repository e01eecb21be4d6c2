package io.riskwatch.portfolio.imports.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which column of an unknown header is probably which ledger field, by words of several languages. */
final class Guesses {

    private static final Map<String, List<String>> WORDS = words();

    private Guesses() {}

    private static Map<String, List<String>> words() {
        var words = new LinkedHashMap<String, List<String>>();
        words.put("date", List.of("trade date", "date", "datum", "fecha", "data", "day", "tag", "time"));
        words.put(
                "type",
                List.of("type", "action", "side", "buy/sell", "typ", "tipo", "transaction", "art", "operation"));
        words.put("isin", List.of("isin"));
        words.put("symbol", List.of("symbol", "ticker", "instrument", "security", "code", "asset", "product"));
        words.put(
                "quantity", List.of("quantity", "qty", "shares", "units", "st\u00fcck", "anzahl", "menge", "cantidad"));
        words.put("price", List.of("unit price", "price", "kurs", "preis", "precio", "prix", "rate"));
        words.put("fee", List.of("fee", "commission", "costs", "geb\u00fchr", "provision", "spesen", "comisi"));
        words.put("amount", List.of("net amount", "amount", "total", "betrag", "importe", "montant", "wert", "value"));
        words.put("currency", List.of("currency", "ccy", "w\u00e4hrung", "moneda", "devise", "valuta"));
        words.put("note", List.of("note", "comment", "description", "memo", "notiz", "text"));
        return words;
    }

    /** The column by field; a column is guessed once, a name that is the word before one that only holds it. */
    static Map<String, String> of(List<String> header) {
        var guesses = new LinkedHashMap<String, String>();
        WORDS.forEach((field, words) -> words.stream()
                .flatMap(word -> java.util.stream.Stream.concat(
                        header.stream().filter(name -> Columns.normal(name).equals(word)),
                        header.stream().filter(name -> Columns.normal(name).contains(word))))
                .filter(name -> !name.isBlank() && !guesses.containsValue(name))
                .findFirst()
                .ifPresent(name -> guesses.put(field, name)));
        return guesses;
    }
}
