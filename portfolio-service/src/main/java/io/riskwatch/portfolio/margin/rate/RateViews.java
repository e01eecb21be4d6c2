package io.riskwatch.portfolio.margin.rate;

import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.RiskClass;
import io.riskwatch.portfolio.margin.intraday.IntradayMarginRule.Regime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rates and terms as clients see them; rates are decimals. */
final class RateViews {

    private RateViews() {}

    @Schema(name = "MarginRatesView")
    record RatesView(
            boolean marginable,
            double initialLong,
            double maintenanceLong,
            double initialShort,
            double maintenanceShort) {

        static RatesView of(MarginRates rates) {
            return new RatesView(
                    rates.marginable(),
                    rates.initialLong().doubleValue(),
                    rates.maintenanceLong().doubleValue(),
                    rates.initialShort().doubleValue(),
                    rates.maintenanceShort().doubleValue());
        }
    }

    /** What was set for an instrument from a day on, and the rates that follow from it. */
    @Schema(name = "HouseRateView")
    record HouseRateView(
            String symbol,
            LocalDate validFrom,
            @Nullable Boolean marginable,
            @Nullable String initialLong,
            @Nullable String maintenanceLong,
            @Nullable String initialShort,
            @Nullable String maintenanceShort,
            RiskClass riskClass,
            RatesView rates,

            @Schema(description = "Who set it; absent when that account is gone") @Nullable
            String setBy,

            @Schema(description = "When it was set; If-Match takes it as the version that was read")
            Instant setAt) {

        static HouseRateView of(RateRegister.Entry<HouseRate> entry) {
            var set = entry.what();
            return new HouseRateView(
                    set.symbol(),
                    set.validFrom(),
                    set.marginable(),
                    text(set.initialLong()),
                    text(set.maintenanceLong()),
                    text(set.initialShort()),
                    text(set.maintenanceShort()),
                    Objects.requireNonNullElse(set.riskClass(), RiskClass.EQUITY),
                    RatesView.of(set.rates()),
                    entry.by(),
                    entry.at());
        }
    }

    @Schema(name = "HouseRatesView")
    record HouseRatesView(
            @Schema(description = "Of every instrument that has none of its own")
            RatesView standard,

            @Schema(description = "By symbol and day") List<HouseRateView> items,

            @Nullable String nextCursor) {

        HouseRatesView {
            items = List.copyOf(items);
        }
    }

    @Schema(name = "InstrumentRatesView")
    record InstrumentRatesView(
            String symbol,
            LocalDate on,

            @Schema(description = "Whether the organisation set them itself")
            boolean house,

            RatesView rates,
            RiskClass riskClass) {}

    @Schema(name = "MarginTermsView")
    record TermsView(
            @Schema(description = "Absent of the standard terms") @Nullable
            LocalDate validFrom,

            String concentratedFrom,
            String concentrationAddOn,
            String interestRate,
            int dayCount,
            Regime intradayRegime,

            @Schema(description = "Who set them; absent of the standard terms, and when that account is gone") @Nullable
            String setBy,

            @Schema(
                    description =
                            "When they were set; If-Match takes it as the version that was read. Absent of the standard"
                                    + " terms")
            @Nullable
            Instant setAt) {

        static TermsView of(RateRegister.Entry<MarginTerms> entry) {
            return of(entry.what(), entry.by(), entry.at());
        }

        /** Those of an organisation that has set none. */
        static TermsView standard(MarginTerms terms) {
            return of(terms, null, null);
        }

        private static TermsView of(MarginTerms terms, @Nullable String by, @Nullable Instant at) {
            return new TermsView(
                    terms.validFrom().equals(LocalDate.EPOCH) ? null : terms.validFrom(),
                    plain(terms.concentratedFrom()),
                    plain(terms.concentrationAddOn()),
                    plain(terms.interestRate()),
                    terms.dayCount(),
                    terms.intradayRegime(),
                    by,
                    at);
        }
    }

    @Schema(name = "AllMarginTermsView")
    record AllTermsView(
            TermsView today,

            @Schema(description = "All that were set, the latest day first")
            List<TermsView> items) {

        AllTermsView {
            items = List.copyOf(items);
        }
    }

    private static @Nullable String text(@Nullable BigDecimal rate) {
        return rate == null ? null : plain(rate);
    }

    private static String plain(BigDecimal rate) {
        var stripped = rate.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
