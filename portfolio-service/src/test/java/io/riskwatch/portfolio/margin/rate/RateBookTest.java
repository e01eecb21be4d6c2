package io.riskwatch.portfolio.margin.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.RiskClass;
import io.riskwatch.portfolio.margin.intraday.IntradayMarginRule.Regime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RateBookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final MarginTerms TERMS = new MarginTerms(
            DAY, new BigDecimal("0.5"), new BigDecimal("0.1"), new BigDecimal("0.06"), 360, Regime.INTRADAY_DEFICIT);

    @Test
    void whatIsLeftOutIsTheStandard() {
        var rate = new HouseRate("A", DAY, null, null, new BigDecimal("0.4"), null, null, null);

        var book = new RateBook(Map.of("A", rate), TERMS);

        assertThat(book.of("A").maintenanceLong()).isEqualByComparingTo("0.4");
        assertThat(book.of("A").initialLong()).isEqualByComparingTo("0.5");
        assertThat(book.of("A").house()).isTrue();
        assertThat(book.of("B")).isEqualTo(MarginRates.STANDARD);
        assertThat(book.of("BTC-USD")).isEqualTo(MarginRates.NOT_MARGINABLE);
        assertThat(book.riskClass("A")).isEqualTo(RiskClass.EQUITY);
        assertThat(book.rules(0).minorUnits()).isZero();
        assertThat(book.rules(2).concentrationAddOn()).isEqualByComparingTo("0.1");
    }

    @Test
    void anEmptyRateIsTheStandardAgain() {
        var rate = new HouseRate("A", DAY, null, null, null, null, null, RiskClass.BROAD_INDEX);

        assertThat(rate.rates()).isEqualTo(MarginRates.STANDARD);
        assertThat(new RateBook(Map.of("A", rate), TERMS).riskClass("A")).isEqualTo(RiskClass.BROAD_INDEX);
    }

    @Test
    void whatIsNotMarginableIsPaidForInFull() {
        var rate = new HouseRate("A", DAY, false, null, null, null, null, null).rates();

        assertThat(rate.marginable()).isFalse();
        assertThat(rate.maintenanceLong()).isEqualByComparingTo("1");
    }

    @Test
    void settingsHaveDefaults() {
        var settings = bind(Map.of());

        assertThat(settings.interestRate()).isEqualByComparingTo("0.06");
        assertThat(settings.dayCount()).isEqualTo(360);
        assertThat(settings.staleAfter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.portfolioMarginFrom()).isEqualByComparingTo("100000");
        assertThat(settings.intraday().change().on(DAY, Regime.INTRADAY_DEFICIT))
                .isEqualTo(Regime.INTRADAY_DEFICIT);
        assertThat(settings.intraday().rule(Regime.PATTERN_DAY_TRADER).regime()).isEqualTo(Regime.PATTERN_DAY_TRADER);
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> bind(Map.of("riskwatch.margin.day-count", "364")))
                .rootCause()
                .hasMessageContaining("day-count is 360 or 365, was 364");
        assertThatThrownBy(() -> bind(Map.of("riskwatch.margin.interest-rate", "6")))
                .rootCause()
                .hasMessageContaining("lies in [0, 1], was 6");
        assertThatThrownBy(() -> bind(Map.of("riskwatch.margin.intraday.expiry-days", "1")))
                .rootCause()
                .hasMessageContaining("cureDays <= expiryDays");
    }

    private static MarginSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("riskwatch.margin", MarginSettings.class);
    }
}
