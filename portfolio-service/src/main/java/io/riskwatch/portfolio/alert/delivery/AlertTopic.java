package io.riskwatch.portfolio.alert.delivery;

import io.riskwatch.portfolio.alert.rule.AlertKind;

/** What an alert is about: the kind of its rule, or a notice of Riskwatch's own. */
public enum AlertTopic {
    PRICE,
    PERCENT_MOVE,
    DRAWDOWN,
    VALUE_AT_RISK,
    DRIFT,
    MARGIN_DISTANCE,
    STALE_DATA,
    NOTICE;

    public static AlertTopic of(AlertKind kind) {
        return switch (kind) {
            case PRICE -> PRICE;
            case PERCENT_MOVE -> PERCENT_MOVE;
            case DRAWDOWN -> DRAWDOWN;
            case VALUE_AT_RISK -> VALUE_AT_RISK;
            case DRIFT -> DRIFT;
            case MARGIN_DISTANCE -> MARGIN_DISTANCE;
            case STALE_DATA -> STALE_DATA;
        };
    }
}
