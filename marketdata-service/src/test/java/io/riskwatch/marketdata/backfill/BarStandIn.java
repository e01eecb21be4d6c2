package io.riskwatch.marketdata.backfill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stands in for Twelve Data ({@code /td}) and Alpha Vantage ({@code /av}): a bar for every weekday from the first day on. */
final class BarStandIn implements AutoCloseable {
    private final HttpServer server;
    /** The spans Twelve Data was asked for. */
    final List<Span> asked = new CopyOnWriteArrayList<>();

    final List<String> alphaVantage = new CopyOnWriteArrayList<>();
    /** What the price of each day is multiplied by, as a split since would do. */
    volatile double factor = 1;

    volatile LocalDate firstDay = LocalDate.of(1900, 1, 1);
    volatile String currency = "USD";
    /** Another answer of Twelve Data for a span; null where there is none. */
    volatile Function<Span, @Nullable String> instead = span -> null;

    BarStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/td/time_series", this::timeSeries);
        server.createContext("/av/query", this::query);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The close of a day: no two days have the same. */
    static double close(LocalDate day) {
        return 100 + Math.floorMod(day.toEpochDay(), 1_000) / 10.0;
    }

    static List<LocalDate> weekdays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    private void timeSeries(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        Span span = new Span(
                LocalDate.parse(parameter(query, "start_date")),
                LocalDate.parse(parameter(query, "end_date")).minusDays(1)); // theirs is exclusive
        asked.add(span);
        String other = instead.apply(span);
        String symbol = parameter(query, "symbol");
        answer(exchange, other != null ? other : series(symbol, span));
    }

    private String series(String symbol, Span span) {
        List<LocalDate> days = firstDay.isAfter(span.to())
                ? List.of()
                : weekdays(span.from().isBefore(firstDay) ? firstDay : span.from(), span.to());
        if (days.isEmpty()) {
            return error(400, "No data is available on the specified dates. Try setting different start/end dates.");
        }
        return days.stream()
                .map(day -> String.format(
                        Locale.ROOT,
                        "{\"datetime\":\"%s\",\"open\":\"%2$.4f\",\"close\":\"%2$.4f\",\"volume\":\"1000\"}",
                        day,
                        close(day) * factor))
                .collect(Collectors.joining(
                        ",",
                        "{\"meta\":{\"symbol\":\"" + symbol + "\",\"currency\":\"" + currency
                                + "\",\"mic_code\":\"XNAS\"},\"values\":[",
                        "],\"status\":\"ok\"}"));
    }

    static String error(int code, String message) {
        return "{\"code\":" + code + ",\"message\":\"" + message + "\",\"status\":\"error\"}";
    }

    private void query(HttpExchange exchange) throws IOException {
        alphaVantage.add(parameter(exchange.getRequestURI().getQuery(), "outputsize"));
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        answer(
                exchange,
                weekdays(today.minusYears(4), today.minusDays(1)).reversed().stream()
                        .map(day -> String.format(
                                Locale.ROOT,
                                "\"%s\":{\"1. open\":\"50\",\"4. close\":\"50.5\",\"5. volume\":\"7\"}",
                                day))
                        .collect(Collectors.joining(
                                ",",
                                "{\"Meta Data\":{\"2. Symbol\":\""
                                        + parameter(exchange.getRequestURI().getQuery(), "symbol")
                                        + "\"},\"Time Series (Daily)\":{",
                                "}}")));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String parameter(String query, String name) {
        for (String part : query.split("&")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        throw new IllegalArgumentException("no " + name + " in " + query);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
