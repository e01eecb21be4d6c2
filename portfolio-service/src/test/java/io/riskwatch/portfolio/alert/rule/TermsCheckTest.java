package io.riskwatch.portfolio.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TermsCheckTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final String PORTFOLIO = "'portfolioId':'00000000-0000-0000-0000-000000000001'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "'kind':'PRICE','symbol':'ORBX','direction':'ABOVE','threshold':'120' | 120 | 119.4",
                "'kind':'PRICE','symbol':'ORBX','direction':'BELOW','threshold':'120','rearmMargin':'3' | 120 | 123",
                "'kind':'PERCENT_MOVE','symbol':'ORBX','direction':'EITHER','threshold':'0.05' | 0.05 | 0.03",
                "'kind':'PERCENT_MOVE','symbol':'ORBX','direction':'BELOW','threshold':'0.01' | 0.01 | 0.005",
                "'kind':'DRAWDOWN',$,'threshold':'0.1' | 0.1 | 0.08",
                "'kind':'VALUE_AT_RISK',$,'measure':'LOSS_BEYOND' | 1 | 0.8",
                "'kind':'VALUE_AT_RISK',$,'measure':'LIMIT','threshold':'0.03' | 0.03 | 0.015",
                "'kind':'DRIFT',$ | 0.05 | 0.03",
                "'kind':'MARGIN_DISTANCE',$,'measure':'DISTANCE','threshold':'0.15' | 0.15 | 0.17",
                "'kind':'MARGIN_DISTANCE',$,'measure':'STATE','marginState':'CALL' | 3 | 2",
                "'kind':'STALE_DATA','symbol':'ORBX','threshold':'30' | 30 | 30",
            })
    void whatIsLeftToUsIsFilledIn(String members, String triggersAt, String rearmsAt) {
        var band = TermsCheck.terms(request(members), TODAY).band();

        assertThat(band.triggersAt()).isEqualByComparingTo(triggersAt.strip());
        assertThat(band.rearmsAt()).isEqualByComparingTo(rearmsAt.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "'kind':'PRICE','direction':'ABOVE','threshold':'120' | symbol",
                "'kind':'PRICE','symbol':'ORBX','threshold':'120' | direction",
                "'kind':'PRICE','symbol':'ORBX','direction':'EITHER','threshold':'120' | direction",
                "'kind':'PRICE','symbol':'ORBX','direction':'ABOVE','threshold':'0' | threshold",
                "'kind':'PRICE','symbol':'ORBX','direction':'ABOVE','threshold':'-1' | threshold",
                "'kind':'PRICE','symbol':'ORBX','direction':'ABOVE','threshold':'10','rearmMargin':'10' | rearmMargin",
                "'kind':'PRICE','symbol':'ORBX','direction':'ABOVE','threshold':'10','windowMinutes':5 | windowMinutes",
                "'kind':'PERCENT_MOVE','symbol':'ORBX','direction':'ABOVE','threshold':'11' | threshold",
                "'kind':'DRAWDOWN','symbol':'ORBX','threshold':'0.1',$ | symbol",
                "'kind':'DRAWDOWN','threshold':'0.1' | portfolioId",
                "'kind':'DRAWDOWN','threshold':'0.1',$,'since':'2026-11-30' | since",
                "'kind':'VALUE_AT_RISK',$ | measure",
                "'kind':'VALUE_AT_RISK',$,'measure':'STATE' | measure",
                "'kind':'VALUE_AT_RISK',$,'measure':'LIMIT' | threshold",
                "'kind':'VALUE_AT_RISK',$,'measure':'LOSS_BEYOND','confidence':'0.9' | confidence",
                "'kind':'MARGIN_DISTANCE',$,'measure':'STATE' | marginState",
                "'kind':'MARGIN_DISTANCE',$,'measure':'STATE','marginState':'CALL','threshold':'0.1' | threshold",
                "'kind':'MARGIN_DISTANCE',$,'measure':'DISTANCE','threshold':'0.1','marginState':'CALL' | marginState",
                "'kind':'STALE_DATA','threshold':'5' | symbol",
                "'kind':'STALE_DATA','threshold':'5','symbol':'ORBX',$ | symbol",
            })
    void whatDoesNotGoWithTheKindIsRefusedByItsField(String members, String field) {
        var problem = catchThrowableOfType(ProblemException.class, () -> TermsCheck.terms(request(members), TODAY));

        assertThat(problem.status().value()).isEqualTo(422);
        assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field.strip());
    }

    @Test
    void aDrawdownCountsFromTheDayItIsAskedForUnlessSaidOtherwise() {
        assertThat(TermsCheck.terms(request("'kind':'DRAWDOWN',$,'threshold':'0.1'"), TODAY)
                        .since())
                .isEqualTo(TODAY);
        assertThat(TermsCheck.terms(request("'kind':'DRAWDOWN',$,'threshold':'0.1','since':'2026-01-01'"), TODAY)
                        .since())
                .isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void aMarginCallIsUrgentUnlessSaidOtherwise() {
        var call = "'kind':'MARGIN_DISTANCE',$,'measure':'STATE','marginState':'CALL'";

        assertThat(request(call).isUrgent()).isTrue();
        assertThat(request(call + ",'urgent':false").isUrgent()).isFalse();
        assertThat(request("'kind':'DRIFT',$").isUrgent()).isFalse();
    }

    private static AlertRuleRequest request(String members) {
        return JSON.readValue(
                "{'name':'Rule',%s}"
                        .formatted(members.strip().replace("$", PORTFOLIO))
                        .replace('\'', '"'),
                AlertRuleRequest.class);
    }
}
