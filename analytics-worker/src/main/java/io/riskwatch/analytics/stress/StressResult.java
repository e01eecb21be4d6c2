package io.riskwatch.analytics.stress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result document of kind stress, as {@code contract/result} says; losses positive, shocks simple returns. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StressResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        List<Scenario> scenarios,
        Reverse reverse,
        List<Classified> classes,
        @Nullable List<Repriced> repriced,
        Map<String, String> absent) {

    enum Type {
        HISTORICAL,
        SHOCK
    }

    /** Where the shock of a holding comes from. */
    enum Source {
        /** Its own prices at the time. */
        OWN_HISTORY,
        /** What its class did. */
        CLASS,
        /** The caller. */
        ASKED,
        /** Its own price formula, from what moves it. */
        REPRICED,
        /** Nothing is known: taken as unchanged. */
        UNCHANGED
    }

    /** One scenario with its holdings by the size of their loss. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scenario(
            String id,
            String name,
            Type type,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Loss loss,
            List<HoldingLoss> holdings,
            double others) {}

    record Loss(double fraction, double amount) {}

    /**
     * One holding's part.
     *
     * @param loss share of the whole value
     * @param proxy what stood for it, where it was not its own history
     * @param underlyingShock of an option: what its underlying returned
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldingLoss(
            String symbol,
            double shock,
            double loss,
            double amount,
            Source source,
            @Nullable String proxy,
            @Nullable Double underlyingShock) {

        HoldingLoss(String symbol, double shock, double loss, double amount, Source source, @Nullable String proxy) {
            this(symbol, shock, loss, amount, source, proxy, null);
        }
    }

    /**
     * What would lose a given part.
     *
     * @param reached the greatest loss on the likeliest way, where options keep it from being as great as asked
     * @param equityMove fall of equities that would do it, the other holdings following by their betas; absent where it would not
     * @param distance of the likeliest way, in standard deviations of a month
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reverse(
            Loss loss,
            @Nullable Loss reached,
            @Nullable Double equityMove,
            String biggestContributor,
            double distance,
            List<HoldingLoss> holdings) {}

    record Classified(String symbol, StressClass assetClass, String region, boolean guessed, double duration) {}

    /**
     * An option or a bond whose terms are known.
     *
     * @param price its last close
     * @param modelPrice what the formula says it is worth now
     * @param volatility per year that it is priced with
     * @param delta change of its price per unit of the underlying's
     * @param elasticity the same as a ratio of shares: by delta alone, a fall of the underlying by a percent moves it so many percent
     * @param fall20 share it gains or loses when its underlying falls by 20 %, priced anew
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Repriced(
            String symbol,
            @Nullable String underlying,
            @Nullable Double underlyingPrice,
            @Nullable Double price,
            @Nullable Double modelPrice,
            @Nullable Double years,
            @Nullable Double volatility,
            RepricedOption.@Nullable VolatilitySource volatilitySource,
            @Nullable Double delta,
            @Nullable Double elasticity,
            @Nullable Double fall20,
            @Nullable Double yield,
            @Nullable Double modifiedDuration,
            @Nullable Double convexity) {

        private static final double A_FALL = -0.2;

        static Repriced of(String symbol, RepricedOption option) {
            return new Repriced(
                    symbol,
                    option.terms().underlying(),
                    option.spot(),
                    option.price(),
                    option.modelPrice(),
                    option.years(),
                    option.volatility(),
                    option.volatilitySource(),
                    option.delta(),
                    option.elasticity(),
                    option.change(A_FALL, 0, 0),
                    null,
                    null,
                    null);
        }

        static Repriced of(String symbol, RepricedBond bond) {
            return new Repriced(
                    symbol,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    bond.yield(),
                    bond.modifiedDuration(),
                    bond.convexity());
        }
    }
}
