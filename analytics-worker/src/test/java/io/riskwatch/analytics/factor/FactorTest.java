package io.riskwatch.analytics.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.SharedPrices;
import io.riskwatch.analytics.analysis.BadInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FactorTest {

    private final PublishedExample example = new PublishedExample(FactorAnalysis::new);

    private static String quoted(String text) {
        return PublishedExample.JSON.writeValueAsString(text);
    }

    private static void assertLoading(JsonNode loading, String factor, double beta, double error, double t, double p) {
        assertThat(loading.path("factor").stringValue()).isEqualTo(factor);
        assertThat(loading.path("beta").doubleValue()).isCloseTo(beta, within(1e-8));
        assertThat(loading.path("standardError").doubleValue()).isCloseTo(error, within(1e-8));
        assertThat(loading.path("tStat").doubleValue()).isCloseTo(t, within(1e-5));
        assertThat(loading.path("pValue").doubleValue()).isCloseTo(p, within(1e-3 * p));
    }

    @Test
    void theExampleResultIsThatOfTheExampleJob() {
        example.mustBeThatOfTheExampleJob();
    }

    /**
     * AAPL, AMD, BAC, BBY, CVX, GE in equal parts on the prices of MTUM, QUAL, SIZE, USMV, VLUE, 2014-01-03 to 2022-12-28, riskless 2 % a
     * year: numpy 2.4 lstsq, Newey and West by hand with floor(4 (2263 / 100)^(2/9)) = 8 lags, p by scipy's t of 2,257 degrees.
     */
    @Test
    void theLoadingsOnRealFactorsAreThoseOfNumpy() {
        JsonNode result = example.compute(
                SharedPrices.sandP500(6),
                null,
                "{\"from\": \"2014-01-01\", \"unit\": \"PRICE\", \"riskFree\": 0.02, \"csv\": "
                        + quoted(SharedPrices.text("skfolio_factors_dataset.csv")) + "}");

        assertThat(result.path("periods").intValue()).isEqualTo(2263);
        assertThat(result.path("lags").intValue()).isEqualTo(8);
        assertLoading(result.path("alpha"), "alpha", 0.0002664002, 0.0001522077, 1.750241, 8.021e-02);
        assertLoading(result.path("loadings").path(0), "MTUM", 0.1436888673, 0.0316004140, 4.547056, 5.728e-06);
        assertLoading(result.path("loadings").path(1), "QUAL", 0.6733449711, 0.0618302629, 10.890217, 5.932e-27);
        assertLoading(result.path("loadings").path(2), "SIZE", 0.1485872320, 0.0586108036, 2.535151, 1.131e-02);
        assertLoading(result.path("loadings").path(3), "USMV", -0.5438494839, 0.0504746538, -10.774705, 1.968e-26);
        assertLoading(result.path("loadings").path(4), "VLUE", 0.6651433922, 0.0455048235, 14.616987, 2.669e-46);
        assertThat(result.path("rSquared").doubleValue()).isCloseTo(0.7774578543, within(1e-9));
        assertThat(result.path("adjustedRSquared").doubleValue()).isCloseTo(0.7769648500, within(1e-9));
        assertThat(result.path("specificVolatility").doubleValue()).isCloseTo(0.1209613818, within(1e-9));
        assertThat(result.path("loadings")
                        .valueStream()
                        .mapToDouble(l -> l.path("share").doubleValue())
                        .sum())
                .isCloseTo(0.7774578543, within(1e-9));
        JsonNode rolling = result.path("rolling");
        int last = rolling.path("dates").size() - 1;
        assertThat(last).isBetween(200, 250);
        assertThat(rolling.path("dates").path(last).stringValue()).isEqualTo("2022-12-28");
        assertThat(rolling.path("betas").path(last).path(1).doubleValue()).isCloseTo(0.53565866, within(1e-7));
        assertThat(rolling.path("rSquared").path(last).doubleValue()).isCloseTo(0.90133388, within(1e-7));
    }

    /** Kenneth French's monthly file in percent, dates as 199001, RF among the columns: the days of each month compounded, numpy. */
    @Test
    void monthlyFactorsAreMetByCompoundedDays() {
        JsonNode result = example.compute(
                SharedPrices.sandP500(6),
                null,
                "{\"from\": \"1990-01-01\", \"to\": \"2018-11-30\", \"unit\": \"PERCENT\", \"csv\": "
                        + quoted(SharedPrices.text("arch_frenchdata.csv")) + "}");

        assertThat(result.path("periodsPerYear").doubleValue()).isEqualTo(12);
        assertThat(result.path("periods").intValue()).isEqualTo(347);
        assertThat(result.path("lags").intValue()).isEqualTo(5);
        assertThat(result.path("loadings").path(0).path("factor").stringValue()).isEqualTo("Mkt-RF");
        assertThat(result.path("loadings").path(0).path("beta").doubleValue()).isCloseTo(1.36984702, within(1e-7));
        assertThat(result.path("loadings").path(0).path("standardError").doubleValue())
                .isCloseTo(0.07626770, within(1e-7));
        assertThat(result.path("loadings").path(2).path("beta").doubleValue()).isCloseTo(0.22263220, within(1e-7));
        assertThat(result.path("rSquared").doubleValue()).isCloseTo(0.58601484, within(1e-7));
    }

    /** The first three principal components of the same six stocks, numpy's eigh. */
    @Test
    void withoutFactorsTheHoldingsOwnComponentsExplainThem() {
        JsonNode result =
                example.compute(SharedPrices.sandP500(6), null, "{\"from\": \"2014-01-01\", \"to\": \"2022-12-31\"}");

        assertThat(result.path("loadings").size()).isEqualTo(3);
        assertThat(result.path("loadings").path(0).path("beta").doubleValue()).isCloseTo(0.36105821, within(1e-7));
        assertThat(result.path("rSquared").doubleValue()).isCloseTo(0.9976237984, within(1e-8));
        assertThat(result.path("components").path(1).path("explained").doubleValue())
                .isCloseTo(0.22015729, within(1e-7));
        assertThat(result.path("components").path(0).path("members").size()).isEqualTo(6);
    }

    /** One holding is its own only component: nothing is left to judge the loading by. */
    @Test
    void anExactFitHasNoErrors() {
        JsonNode result =
                example.compute(SharedPrices.sandP500(1), null, "{\"from\": \"2020-01-01\", \"to\": \"2022-12-31\"}");

        assertThat(result.path("rSquared").doubleValue()).isCloseTo(1, within(1e-9));
        assertThat(result.path("loadings").path(0).path("beta").doubleValue()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date,A\\n2020-01-02,1\\nyesterday,2\\n      | Line 3: yesterday is no date",
                "date,A\\n2020-01-02,1\\n2020-01-03,x\\n     | Line 3: A is \"x\", not a number",
                "date,A\\n2020-01-02,1\\n2020-01-03,1,2\\n   | Line 3 has 3 cells",
                "date,A\\n2020-01-03,1\\n2020-01-02,1\\n     | 2020-01-02 follows 2020-01-03",
                "date,RF\\n2020-01-02,1\\n2020-01-03,1\\n    | no factor beside RF",
                "date,A\\n1999-01-02,1\\n1999-01-03,2\\n     | have 0 periods in common",
                "date                                        | There are no factors"
            })
    void aFileThatCannotBeReadSaysWhere(String csv, String words) {
        assertThatThrownBy(() -> example.compute("{\"csv\": \"" + csv + "\"}"))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo("parameters.csv"))
                .hasMessageContaining(words);
    }

    @Test
    void factorsThatFollowFromEachOtherAreRefused() {
        StringBuilder csv = new StringBuilder("date,A,B\\n");
        JsonNode job = example.compute().path("rolling").path("dates");
        List<String> days = job.valueStream().map(JsonNode::stringValue).toList();
        for (int t = 0; t < days.size(); t++) {
            double value = Math.sin(t);
            csv.append(days.get(t))
                    .append(',')
                    .append(value)
                    .append(',')
                    .append(2 * value)
                    .append("\\n");
        }

        assertThatThrownBy(() -> example.compute("{\"csv\": \"" + csv + "\"}"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be told apart");
    }
}
