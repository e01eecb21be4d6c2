package io.riskwatch.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.standin.Browser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceStatusIT extends GatewayIT {

    @Test
    void anybodyMaySeeWhichServiceIsUp() throws Exception {
        Browser browser = browser();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.get("/status/services").body().split("\"UP\"", -1).length == 4);
        BILLING.away(() -> await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(browser.get("/status/services").body())
                        .contains("{\"name\":\"billing\",\"state\":\"DOWN\"}")
                        .contains("{\"name\":\"portfolio\",\"state\":\"UP\"}")));
    }
}
