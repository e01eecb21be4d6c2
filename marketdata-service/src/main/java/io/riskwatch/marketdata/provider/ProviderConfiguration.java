package io.riskwatch.marketdata.provider;

import io.riskwatch.marketdata.provider.alphavantage.AlphaVantage;
import io.riskwatch.marketdata.provider.alphavantage.AlphaVantageProperties;
import io.riskwatch.marketdata.provider.binance.BinanceProperties;
import io.riskwatch.marketdata.provider.binance.BinanceStream;
import io.riskwatch.marketdata.provider.coinbase.CoinbaseProperties;
import io.riskwatch.marketdata.provider.coinbase.CoinbaseStream;
import io.riskwatch.marketdata.provider.credit.CreditLedger;
import io.riskwatch.marketdata.provider.finnhub.FinnhubProperties;
import io.riskwatch.marketdata.provider.finnhub.FinnhubStream;
import io.riskwatch.marketdata.provider.twelvedata.TwelveData;
import io.riskwatch.marketdata.provider.twelvedata.TwelveDataProperties;
import io.riskwatch.marketdata.provider.yahoo.Yahoo;
import io.riskwatch.marketdata.provider.yahoo.YahooProperties;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every provider there is an adapter for, configured or not. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ProvidersProperties.class,
    TwelveDataProperties.class,
    AlphaVantageProperties.class,
    YahooProperties.class,
    FinnhubProperties.class,
    BinanceProperties.class,
    CoinbaseProperties.class
})
class ProviderConfiguration {

    @Bean
    Providers providers(
            TwelveDataProperties twelveData,
            AlphaVantageProperties alphaVantage,
            YahooProperties yahoo,
            FinnhubProperties finnhub,
            BinanceProperties binance,
            CoinbaseProperties coinbase,
            ProvidersProperties properties,
            CreditLedger ledger,
            Clock clock) {
        return new Providers(
                List.of(
                        new TwelveData(twelveData, clock),
                        new AlphaVantage(alphaVantage, clock),
                        new Yahoo(yahoo, clock),
                        FinnhubStream.provider(finnhub),
                        BinanceStream.provider(binance),
                        CoinbaseStream.provider(coinbase)),
                ledger,
                properties);
    }
}
