package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.analysis.AnalysisRequest.DataRequest;
import io.riskwatch.portfolio.analysis.AnalysisRequest.HoldingRequest;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a request without a portfolio says to analyse, checked field by field: every refusal is a 422 naming the field. */
final class SubjectOfRequest {

    private static final double WEIGHT_TOLERANCE = 1e-6;
    private static final String CASH = "CASH";
    private static final String DOLLAR = "USD";

    private final AnalysisRequest request;
    private final String currency;

    private SubjectOfRequest(AnalysisRequest request) {
        this.request = request;
        this.currency = Objects.requireNonNullElse(request.baseCurrency(), DOLLAR);
    }

    /** Refuses a request that names no source of holdings, or several, or something that belongs to another source. */
    static void requireOneSource(AnalysisRequest request) {
        long sources = java.util.stream.Stream.of(request.portfolioId(), request.holdings(), request.data())
                .filter(Objects::nonNull)
                .count();
        if (sources != 1) {
            throw ProblemException.unprocessable(
                    "holdings", "give exactly one of portfolioId, holdings and data, these are " + sources);
        }
        if (request.cash() != null && request.holdings() == null) {
            throw ProblemException.unprocessable("cash", "goes with holdings given by quantity");
        }
        if (request.weights() != null && request.data() == null) {
            throw ProblemException.unprocessable("weights", "goes with data; a holding has its own weight");
        }
    }

    static AnalysisJob.Subject of(AnalysisRequest request) {
        SubjectOfRequest subject = new SubjectOfRequest(request);
        return request.data() == null
                ? subject.held(Objects.requireNonNull(request.holdings()))
                : subject.inline(request.data());
    }

    private AnalysisJob.Subject held(List<HoldingRequest> holdings) {
        boolean weighted = holdings.getFirst().weight() != null;
        double sum = 0;
        List<AnalysisJob.Holding> held = new ArrayList<>();
        for (int i = 0; i < holdings.size(); i++) {
            HoldingRequest holding = holdings.get(i);
            String field = "holdings[" + i + "]";
            if ((holding.weight() == null) == (holding.quantity() == null)) {
                throw ProblemException.unprocessable(field, "needs a quantity or a weight, not both");
            }
            if ((holding.weight() != null) != weighted) {
                throw ProblemException.unprocessable(field, "all holdings need a quantity, or all a weight");
            }
            if (!weighted && holding.symbol().equals(CASH)) {
                throw ProblemException.unprocessable(field + ".symbol", "cash has an amount: give it as cash[]");
            }
            sum += holding.weight() == null ? 0 : holding.weight();
            held.add(new AnalysisJob.Holding(holding.symbol(), plain(holding.quantity()), holding.weight()));
        }
        if (weighted) {
            requireWhole(sum, "holdings");
            if (request.cash() != null && !request.cash().isEmpty()) {
                throw ProblemException.unprocessable("cash", "goes with quantities; with weights, CASH is a holding");
            }
        }
        List<AnalysisJob.Cash> cash = request.cash() == null || weighted
                ? null
                : request.cash().stream()
                        .map(c -> new AnalysisJob.Cash(c.currency(), c.amount().toPlainString()))
                        .toList();
        return new AnalysisJob.Subject(currency, held, cash, null, null, null, value(request.value(), currency));
    }

    private AnalysisJob.Subject inline(DataRequest data) {
        int columns = data.symbols().size();
        if (new HashSet<>(data.symbols()).size() != columns) {
            throw ProblemException.unprocessable("data.symbols", "must be all different");
        }
        if (data.prices().size() != data.dates().size()) {
            throw ProblemException.unprocessable(
                    "data.prices",
                    "has " + data.prices().size() + " rows for " + data.dates().size() + " dates");
        }
        for (int t = 0; t < data.dates().size(); t++) {
            if (t > 0 && !data.dates().get(t).isAfter(data.dates().get(t - 1))) {
                throw ProblemException.unprocessable("data.dates[" + t + "]", "must be after the date before it");
            }
            requireRow(data.prices().get(t), t, columns);
        }
        var subjectData = new AnalysisJob.Data(data.symbols(), data.dates(), data.prices());
        AnalysisJob.Amount value = value(request.value(), currency);
        if (request.weights() == null || request.weights().isNull()) {
            return new AnalysisJob.Subject(currency, null, null, subjectData, null, null, value);
        }
        InlineWeights weights = InlineWeights.read(request.weights(), data.symbols());
        requireWhole(weights.sum(), "weights");
        return new AnalysisJob.Subject(currency, null, null, subjectData, weights.columns(), weights.cash(), value);
    }

    private static void requireRow(List<@Nullable Double> row, int t, int columns) {
        if (row.size() != columns) {
            throw ProblemException.unprocessable(
                    "data.prices[" + t + "]", "has " + row.size() + " prices for " + columns + " symbols");
        }
        for (int i = 0; i < columns; i++) {
            Double price = row.get(i);
            if (price != null && !(price > 0 && price < Double.POSITIVE_INFINITY)) {
                throw ProblemException.unprocessable("data.prices[" + t + "][" + i + "]", "must be positive or null");
            }
        }
    }

    private static void requireWhole(double sum, String field) {
        if (!(Math.abs(sum - 1) <= WEIGHT_TOLERANCE)) {
            throw ProblemException.unprocessable(
                    field, "weights must sum to 1 (within 0.000001), cash included; they sum to " + sum);
        }
    }

    /** The value amounts are scaled by: a number, a decimal string, or an amount with the base currency. */
    static AnalysisJob.@Nullable Amount value(@Nullable JsonNode value, String currency) {
        if (value == null || value.isNull()) {
            return null;
        }
        JsonNode amount = value.isObject() ? value.path("amount") : value;
        String given = value.isObject() ? value.path("currency").asString(currency) : currency;
        if (!given.equals(currency)) {
            throw ProblemException.unprocessable("value.currency", "must be the base currency " + currency);
        }
        try {
            BigDecimal decimal = new BigDecimal(amount.asString(""));
            if (decimal.signum() > 0 && decimal.precision() - decimal.scale() <= 18 && decimal.scale() <= 18) {
                return new AnalysisJob.Amount(decimal.toPlainString(), currency);
            }
        } catch (NumberFormatException e) {
            throw ProblemException.unprocessable("value", "must be a number or {amount, currency}");
        }
        throw ProblemException.unprocessable("value", "must be positive, with at most 18 digits on either side");
    }

    private static @Nullable String plain(@Nullable BigDecimal decimal) {
        return decimal == null ? null : decimal.toPlainString();
    }
}
