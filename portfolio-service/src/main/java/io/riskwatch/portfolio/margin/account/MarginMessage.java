package io.riskwatch.portfolio.margin.account;

import java.util.Map;

/**
 * Something to say about an account, in plain words and as a code with its values, for who says it in another language.
 *
 * @param values by name: money and fractions as plain decimals, symbols joined by commas
 */
record MarginMessage(Code code, String text, Map<String, String> values) {

    MarginMessage {
        values = Map.copyOf(values);
    }

    enum Code {
        NOTHING_BORROWED,
        FALL_BEFORE_CALL,
        RISE_BEFORE_CALL,
        CALLED,
        WAYS_TO_END_IT,
        NO_SALE_ENDS_IT,
        PRICES_MUST_RISE,
        STALE_PRICES,
        CLOSED_MARKETS,
        UNKNOWN_PRICES,
        BELOW_MINIMUM_EQUITY,
        WRITTEN_OPTIONS
    }
}
