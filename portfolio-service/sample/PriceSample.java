import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Prices the sample portfolio's plan with the closes of the simulated exchange and prints the statement (README.md here).
 * A plan names amounts; a trade becomes the units that the close of its day, or of the next trading day, buys for it: whole units,
 * or four decimals when a unit costs 700 and more.
 */
final class PriceSample {

    private static final BigDecimal FEE = new BigDecimal("1.00");
    private static final Pattern POINT = Pattern.compile("\"date\":\"(\\d{4}-\\d\\d-\\d\\d)\",\"close\":([0-9.]+)");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var histories = new HashMap<String, TreeMap<LocalDate, BigDecimal>>();
        System.out.println("date,type,symbol,quantity,price,currency,fee,amount,note");
        for (var line : Files.readAllLines(Path.of(arguments[2])).stream().skip(1).toList()) {
            var cells = line.split(",", -1);
            var symbol = cells[2];
            if (symbol.isEmpty()) {
                print(cells[0], cells[1], "", "", "", cells[3], "", cells[4], cells[5]);
                continue;
            }
            if (!histories.containsKey(symbol)) {
                histories.put(symbol, closes(arguments[0], arguments[1], symbol));
            }
            Map.Entry<LocalDate, BigDecimal> close = histories.get(symbol).ceilingEntry(LocalDate.parse(cells[0]));
            var whole = close.getValue().compareTo(new BigDecimal("700")) < 0;
            var quantity = new BigDecimal(cells[4]).divide(close.getValue(), whole ? 0 : 4, RoundingMode.DOWN);
            print(
                    close.getKey().toString(),
                    cells[1],
                    symbol,
                    quantity.stripTrailingZeros().toPlainString(),
                    close.getValue().toPlainString(),
                    cells[3],
                    FEE.toPlainString(),
                    "",
                    cells[5]);
        }
    }

    private static void print(String... cells) {
        System.out.println(String.join(",", cells));
    }

    private static TreeMap<LocalDate, BigDecimal> closes(String address, String token, String symbol)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(address + "/api/v1/history/" + symbol + "?from=2021-01-01&to=2026-01-31"))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(symbol + ": " + answer.statusCode() + " " + answer.body());
        }
        var closes = new TreeMap<LocalDate, BigDecimal>();
        var points = POINT.matcher(answer.body());
        while (points.find()) {
            closes.put(LocalDate.parse(points.group(1)), new BigDecimal(points.group(2)));
        }
        return closes;
    }
}
