package io.riskwatch.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the gateway-service. */
@SpringBootApplication
public class GatewayServiceApplication {

    private static final String EVENT_LOOPS = "reactor.netty.ioWorkerCount";

    public static void main(String[] args) {
        if (System.getProperty(EVENT_LOOPS) == null) {
            // one for each processor: Reactor Netty's four at least take turns on two, and each finds less to do when
            // it wakes
            System.setProperty(
                    EVENT_LOOPS,
                    Integer.toString(Math.max(2, Runtime.getRuntime().availableProcessors())));
        }
        SpringApplication.run(GatewayServiceApplication.class, args);
    }
}
