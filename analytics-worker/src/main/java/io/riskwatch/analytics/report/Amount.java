package io.riskwatch.analytics.report;

/** What the fractions of a result are scaled by; 1 when nothing is known but weights. */
public record Amount(double amount, String currency) {}
