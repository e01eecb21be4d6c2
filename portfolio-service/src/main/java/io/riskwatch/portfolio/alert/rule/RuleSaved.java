package io.riskwatch.portfolio.alert.rule;

/** Published after a rule was made or changed, once that is committed: whoever watches here need not wait for its next look. */
public record RuleSaved(AlertRule rule) {}
