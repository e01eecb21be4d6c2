package io.riskwatch.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusPageTest {

    @Test
    void figuresAreFoundByNameAndLabelsWithoutTheServicesOwn() {
        PrometheusPage page = PrometheusPage.parse("""
            # HELP riskwatch_margin_ticks_total Prices heard
            # TYPE riskwatch_margin_ticks_total counter
            riskwatch_margin_ticks_total 1200.0
            wait_seconds{application="portfolio-service",quantile="0.99"} 0.0301
            wait_seconds_max{application="portfolio-service"} 1.5E-2
            """);

        assertThat(page.value("riskwatch_margin_ticks_total")).isEqualTo(1200);
        assertThat(page.value("wait_seconds{quantile=\"0.99\"}")).isEqualTo(0.0301);
        assertThat(page.value("wait_seconds_max")).isEqualTo(0.015);
        assertThat(page.value("nothing")).isZero();
    }

    @Test
    void aCountIsTheDifferenceOfTwoPages() {
        PrometheusPage before = PrometheusPage.parse("n_total 40");
        assertThat(PrometheusPage.parse("n_total 100").since(before, "n_total")).isEqualTo(60);
    }
}
