package io.riskwatch.marketdata.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.alphavantage.AlphaVantageProperties;
import io.riskwatch.marketdata.provider.binance.BinanceProperties;
import io.riskwatch.marketdata.provider.coinbase.CoinbaseProperties;
import io.riskwatch.marketdata.provider.finnhub.FinnhubProperties;
import io.riskwatch.marketdata.provider.twelvedata.TwelveDataProperties;
import io.riskwatch.marketdata.provider.yahoo.YahooProperties;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProviderPropertiesTest {

    private static <T> T bound(Class<T> type, String prefix, Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
    }

    private static TwelveDataProperties twelveData(Map<String, String> values) {
        return bound(TwelveDataProperties.class, "riskwatch.providers.twelve-data", values);
    }

    @Test
    void byDefaultNobodyIsConfiguredAndThePlansAreTheFreeOnes() {
        TwelveDataProperties twelveData = twelveData(Map.of());
        assertThat(twelveData.apiKey()).isEmpty();
        assertThat(twelveData.apiUrl()).hasToString("https://api.twelvedata.com/");
        assertThat(twelveData.websocketUrl()).hasToString("wss://ws.twelvedata.com/v1/");
        assertThat(twelveData.creditsPerMinute()).isEqualTo(8);
        assertThat(twelveData.creditsPerDay()).isEqualTo(800);
        AlphaVantageProperties alphaVantage =
                bound(AlphaVantageProperties.class, "riskwatch.providers.alpha-vantage", Map.of());
        assertThat(alphaVantage.apiKey()).isEmpty();
        assertThat(alphaVantage.creditsPerDay()).isEqualTo(25);
        assertThat(bound(FinnhubProperties.class, "riskwatch.providers.finnhub", Map.of())
                        .apiKey())
                .isEmpty();
        assertThat(bound(YahooProperties.class, "riskwatch.providers.yahoo", Map.of())
                        .enabled())
                .isFalse();
        assertThat(bound(BinanceProperties.class, "riskwatch.providers.binance", Map.of())
                        .enabled())
                .isFalse();
        assertThat(bound(CoinbaseProperties.class, "riskwatch.providers.coinbase", Map.of())
                        .enabled())
                .isFalse();
    }

    @Test
    void anOrderMayBeSetForOneAssetClass() {
        ProvidersProperties properties = bound(
                ProvidersProperties.class,
                "riskwatch.providers",
                Map.of("riskwatch.providers.order-by-class.crypto", "yahoo,twelve-data"));
        assertThat(properties.orderFor(InstrumentType.CRYPTO)).containsExactly("yahoo", "twelve-data");
        assertThat(properties.orderFor(InstrumentType.EQUITY)).containsExactly("twelve-data", "alpha-vantage", "yahoo");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "api-url,ftp://example.org/",
        "api-url,not-an-address",
        "api-url,https://user:secret@example.org/",
        "websocket-url,https://example.org/",
        "api-key,two words",
        "credits-per-minute,0",
        "credits-per-day,0",
        "stream-symbols,-1",
        "timeout,1ms",
        "timeout,1h",
    })
    void whatCannotBeIsRefusedAtTheStart(String name, String value) {
        assertThatThrownBy(() -> twelveData(Map.of("riskwatch.providers.twelve-data." + name, value)))
                .isInstanceOf(Exception.class)
                .rootCause()
                .hasMessageNotContaining("two words");
    }

    @Test
    void blanksAroundAKeyAreNotPartOfIt() {
        assertThat(twelveData(Map.of("riskwatch.providers.twelve-data.api-key", " abc\t"))
                        .apiKey())
                .isEqualTo("abc");
    }

    @Test
    void anOrderThatNamesNoProviderIsRefused() {
        ProvidersProperties properties = bound(
                ProvidersProperties.class, "riskwatch.providers", Map.of("riskwatch.providers.order", "twelve-dada"));
        assertThatThrownBy(() -> new Providers(List.of(), null, properties)).hasMessageContaining("twelve-dada");
    }
}
