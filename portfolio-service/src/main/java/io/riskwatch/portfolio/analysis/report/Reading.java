package io.riskwatch.portfolio.analysis.report;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What every chapter of a report needs to know: whose numbers, of which days, in which form. */
record Reading(JsonNode result, Numbers numbers) {

    static Reading of(JsonNode result, Locale locale) {
        return new Reading(
                result,
                new Numbers(locale, result.path("inputs").path("baseCurrency").asString("")));
    }

    /** The caption of a figure: how, of which days, in which currency. */
    String caption(String how) {
        JsonNode provenance = result.path("provenance");
        return how + ". Prices from " + provenance.path("from").asString("") + " to "
                + provenance.path("to").asString("") + " ("
                + numbers.count(provenance.path("observations")) + " daily returns), " + numbers.currency() + ".";
    }

    /** {@code FILTERED_HISTORICAL} as people write it. */
    static String words(String constant) {
        return switch (constant) {
            case "EWMA" -> "EWMA (recent days count more)";
            case "GARCH" -> "GARCH";
            case "HRP" -> "Hierarchical risk parity";
            case "MIN_CVAR" -> "Least expected shortfall";
            case "FIFO" -> "First in, first out";
            case "LIFO" -> "Last in, first out";
            case "HIFO" -> "Highest cost first";
            case "AVERAGE" -> "Average cost";
            case "GBM" -> "Geometric Brownian motion";
            case "STUDENT_T" -> "Student t (fat tails)";
            case "CORNISH_FISHER" -> "Cornish-Fisher";
            default -> {
                String text = constant.replace('_', ' ').toLowerCase(Locale.ENGLISH);
                yield text.isEmpty() ? "–" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
            }
        };
    }

    static String words(JsonNode constant) {
        return words(constant.asString(""));
    }
}
