/**
 * The price stream {@code /ws/prices}: every price is encoded once and shared; each event loop sends each of its clients at
 * most one frame per flush, with the last price of every subscribed symbol that changed.
 */
@NullMarked
package io.riskwatch.marketdata.stream;

import org.jspecify.annotations.NullMarked;
