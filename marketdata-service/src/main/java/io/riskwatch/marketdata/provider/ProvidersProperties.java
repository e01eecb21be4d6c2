package io.riskwatch.marketdata.provider;

import io.riskwatch.marketdata.instrument.InstrumentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How providers stand in for each other.
 *
 * @param order which provider is asked first, for every asset class that {@code orderByClass} does not name
 * @param orderByClass the order for one asset class
 * @param streamOrder whose socket delivers a symbol, where several could
 * @param breakerCalls how many calls are looked at before a provider is taken for broken; half of them must have failed
 * @param breakerPause how long a broken provider is left alone
 * @param concurrentCalls how many questions a provider is asked at a time by one replica
 */
@ConfigurationProperties("riskwatch.providers")
public record ProvidersProperties(
        @DefaultValue({"twelve-data", "alpha-vantage", "yahoo"})
        List<String> order,

        @DefaultValue Map<InstrumentType, List<String>> orderByClass,

        @DefaultValue({"twelve-data", "finnhub", "coinbase", "binance"})
        List<String> streamOrder,

        @DefaultValue("4") int breakerCalls,
        @DefaultValue("30s") Duration breakerPause,
        @DefaultValue("4") int concurrentCalls) {

    public ProvidersProperties {
        order = List.copyOf(order);
        orderByClass = Map.copyOf(orderByClass);
        streamOrder = List.copyOf(streamOrder);
        if (breakerCalls < 1 || concurrentCalls < 1) {
            throw new IllegalArgumentException(
                    "riskwatch.providers.breaker-calls and concurrent-calls must be at least 1");
        }
        if (breakerPause.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("riskwatch.providers.breaker-pause must be at least 1s");
        }
    }

    List<String> orderFor(InstrumentType type) {
        return orderByClass.getOrDefault(type, order);
    }
}
