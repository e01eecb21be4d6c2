package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.PositionRequirement;
import io.riskwatch.portfolio.margin.RiskClass;
import io.riskwatch.portfolio.margin.intraday.IntradayMarginRule.Regime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a portfolio's margin accounts stand, as clients see it: money as decimal strings, rates and fractions as numbers. */
record MarginView(
        Instant timestamp,
        UUID portfolioId,
        String currency,

        @Schema(
                description =
                        "Of what stands for the loan, short positions deducted; what is paid in full is not in it")
        String portfolioValue,

        String loanAmount,

        @Schema(description = "Whether somebody said the loan; otherwise it is the sum of the negative cash balances")
        boolean loanIsSet,

        String netEquity,
        String marginRequirement,
        String marginShortfall,
        boolean marginCallTriggered,

        @Schema(description = "Requirement over equity; absent when nothing is one's own") @Nullable
        Double utilization,

        @Schema(
                description =
                        "OK below 70 %, WATCH from 70, WARNING from 90, CALL, or STALE: a price is too old to tell")
        MarginState state,

        @Schema(description = "Equity less requirement") String buffer,

        @Schema(description = "The highest portfolio value at which there is a call") @Nullable
        String triggerValue,

        @Schema(description = "The fraction all prices can fall before a call; 1 when no fall makes one") @Nullable
        Double distanceToCall,

        @Schema(description = "The fraction all prices can rise before a call, when something is sold short") @Nullable
        Double riseToCall,

        @Schema(description = "Without a call empty") List<MarginStatusView.CureView> cures,

        @Schema(description = "In plain words, the most urgent first")
        List<MarginMessage> messages,

        @Schema(description = "When the oldest of the prices was made") @Nullable
        Instant pricesAsOf,

        List<String> staleSymbols,

        @Schema(description = "Valued at the last price of a market that is closed now, which is not stale")
        List<String> closedSymbols,

        @Schema(description = "Without a price or an exchange rate, so in no figure")
        List<String> unknownSymbols,

        List<PositionView> positions,
        RulesView rules,
        InitialView initial,
        PortfolioMarginView portfolioMargin,
        InterestView interest,
        IntradayView intraday,
        boolean simulated) {

    MarginView {
        cures = List.copyOf(cures);
        messages = List.copyOf(messages);
        staleSymbols = List.copyOf(staleSymbols);
        closedSymbols = List.copyOf(closedSymbols);
        unknownSymbols = List.copyOf(unknownSymbols);
        positions = List.copyOf(positions);
    }

    /** What one position requires, and why. */
    @Schema(name = "MarginPositionView")
    record PositionView(
            String symbol,
            String quantity,
            String price,

            @Schema(description = "In the account's currency, negative of what is sold short")
            String value,

            @Schema(description = "The requirement over the value, concentration included")
            double rate,

            String requirement,

            @Schema(description = "The part of the rate that is due to concentration")
            double addOn,

            PositionRequirement.Basis basis,

            @Schema(description = "Whether it is in the account's requirement and value")
            boolean counted,

            @Schema(description = "Whether the organisation set the rate itself")
            boolean houseRate,

            String why,
            boolean stale,

            @Nullable Instant priceAsOf,

            @Schema(
                    description =
                            "Since when the market is closed, whose last price stands meanwhile; absent while it is"
                                    + " open")
            @Nullable
            Instant marketClosedSince) {}

    /** The rules of the account. */
    @Schema(name = "MarginRulesView")
    record RulesView(
            double watchFrom,
            double warningFrom,
            double concentratedFrom,
            double concentrationAddOn,
            String minimumEquity) {}

    /** By the initial rates; they do not decide about a call. */
    @Schema(name = "InitialMarginView")
    record InitialView(
            @Schema(description = "What opening the positions would require at today's prices")
            String requirement,

            @Schema(description = "Equity and cash above it")
            String excess,

            @Schema(description = "What that buys at 50 %") String buyingPower,

            boolean belowMinimumEquity) {}

    /** The requirement by risk, an alternative for large accounts. */
    @Schema(name = "PortfolioMarginView")
    record PortfolioMarginView(
            String requirement,

            @Schema(description = "Whether enough is owned for it")
            boolean eligible,

            @Schema(description = "In the account's currency")
            String equityNeeded,

            @Schema(description = "This requirement less that by rates; negative: it requires less")
            String difference,

            List<GroupView> groups,

            @Schema(description = "Options without a price of their underlying: their whole value is required")
            List<String> unpricedOptions) {

        PortfolioMarginView {
            groups = List.copyOf(groups);
            unpricedOptions = List.copyOf(unpricedOptions);
        }
    }

    /** One underlying with its options. */
    @Schema(name = "PortfolioMarginGroupView")
    record GroupView(
            String underlying,
            RiskClass riskClass,
            double worstMove,
            String worstLoss,
            String minimum,
            String requirement) {}

    /** What the loan costs. */
    @Schema(name = "MarginInterestView")
    record InterestView(
            double rate,
            int dayCount,
            LocalDate since,

            @Schema(description = "Of this month until today, charged at its end")
            String accrued,

            @Schema(description = "At today's loan") String perYear,

            @Schema(description = "Currencies owed this month that have no exchange rate")
            List<String> leftOut) {

        InterestView {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** The intraday rule of the account. */
    @Schema(name = "IntradayMarginView")
    record IntradayView(
            Regime regime,
            LocalDate effective,
            LocalDate phaseInEnds,

            @Schema(description = "What could be withdrawn while the requirement is still met; negative when it is not")
            String level,

            String rule,

            @Schema(
                    description =
                            "Of the days that may still have an outstanding one, the latest first; as seen by the live"
                                    + " watch, which counts the day in universal time")
            List<IntradayDeficitView> deficits) {

        IntradayView {
            deficits = List.copyOf(deficits);
        }
    }

    /** The largest shortfall of a day that stood after a purchase, a short sale or a withdrawal. */
    @Schema(name = "IntradayDeficitView")
    record IntradayDeficitView(
            LocalDate day,
            String amount,
            Instant at,

            @Schema(description = "What is still to be deposited or sold off; 0 when it is met")
            String remaining,

            @Schema(description = "When deposits and sales had made up for it") @Nullable
            Instant metAt,

            @Schema(description = "So small that it makes no practice of not meeting deficits")
            boolean minor,

            @Schema(description = "The business day by whose end it is to be met")
            LocalDate freezesAfter,

            @Schema(description = "The business day after which it is no longer outstanding")
            LocalDate outstandingUntil) {}
}
