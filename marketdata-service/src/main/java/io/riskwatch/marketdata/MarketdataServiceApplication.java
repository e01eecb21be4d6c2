package io.riskwatch.marketdata;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the marketdata-service. */
@SpringBootApplication
public class MarketdataServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(MarketdataServiceApplication.class, args);
    }
}
