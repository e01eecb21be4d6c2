package io.riskwatch.analytics.report;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.document.CanonicalJson;
import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.quant.Engine;
import io.riskwatch.quant.series.Returns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a result stands on: the holdings with their returns, the value, and where all of it comes from.
 *
 * <p>The arrays are shared with the analysis that reads them and are never changed.
 *
 * @param returns daily simple returns today's weights would have had
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never compared
public record Basis(Exposure exposure, double[] returns, Amount value, Inputs inputs, Provenance provenance) {

    /**
     * The basis of the job.
     *
     * @param filled the parameters with every default
     * @throws BadInputException naming the field that is at fault
     */
    public static Basis of(
            AnalysisJob job,
            Exposures exposures,
            CommonParameters common,
            @Nullable String benchmark,
            ObjectNode filled,
            JsonMapper json) {
        Exposure exposure = exposures.of(job, common.window(), benchmark, common.leaveOutMissing());
        double[] returns = Returns.ofPortfolio(exposure.returns(), exposure.weights());
        refuseRuin(returns, exposure);
        Amount value = value(job, common, exposure);
        Inputs inputs = new Inputs(
                job.baseCurrency(), value, exposure.positions(), exposure.cashWeight(), exposure.leftOut(), filled);
        return new Basis(
                exposure, returns, value, inputs, provenance(exposure, inputsHash(inputs, exposure, json), common));
    }

    public long seed() {
        return provenance.seed();
    }

    public Words words() {
        return new Words(value);
    }

    /** What every kind takes for granted about its window. */
    public List<String> assumptions() {
        List<String> all = new ArrayList<>();
        all.add("Today's weights are applied to every past day (simple daily returns, constant weights), so the"
                + " figures are about what is held now.");
        all.addAll(windowAssumptions());
        return all;
    }

    /** What is taken for granted about the window alone. */
    public List<String> windowAssumptions() {
        List<String> all = new ArrayList<>();
        all.add("The past " + exposure.observations() + " daily returns from " + exposure.firstDay() + " to "
                + exposure.lastDay() + " stand for the future.");
        if (exposure.droppedDates() > 0) {
            all.add(exposure.droppedDates() + (exposure.droppedDates() == 1 ? " day was" : " days were")
                    + " left out because something had no price on them.");
        }
        if (!exposure.leftOut().isEmpty()) {
            all.add("Left out for want of price history: " + String.join(", ", exposure.leftOut()) + ".");
        }
        return all;
    }

    /** With loans a day can lose more than there is; measures of growth have no meaning then. */
    private static void refuseRuin(double[] returns, Exposure exposure) {
        for (int t = 0; t < returns.length; t++) {
            if (returns[t] <= -1) {
                throw new BadInputException(
                        "holdings",
                        "With these weights everything would have been lost on "
                                + exposure.dates().get(t + 1) + " (a return of " + returns[t]
                                + "): reduce the loans or the short positions.");
            }
        }
    }

    private static Amount value(AnalysisJob job, CommonParameters common, Exposure exposure) {
        AnalysisJob.Amount asked = job.value();
        if (asked != null && !asked.currency().equals(job.baseCurrency())) {
            throw new BadInputException(
                    "value.currency", "The value must be in the base currency " + job.baseCurrency() + ".");
        }
        if (asked != null && asked.amount().signum() <= 0) {
            throw new BadInputException("value.amount", "The value must be positive, was " + asked.amount() + ".");
        }
        double amount = 1;
        if (common.value() != null) {
            amount = common.value();
        } else if (asked != null) {
            amount = asked.amount().doubleValue();
        } else if (exposure.worth() != null) {
            amount = exposure.worth();
        }
        return new Amount(amount, job.baseCurrency());
    }

    private static String inputsHash(Inputs inputs, Exposure exposure, JsonMapper json) {
        ObjectNode node = json.valueToTree(inputs);
        node.set("days", json.valueToTree(exposure.days()));
        node.set("returns", json.valueToTree(exposure.returns()));
        return CanonicalJson.sha256(node);
    }

    private static Provenance provenance(Exposure exposure, String inputsHash, CommonParameters common) {
        long seed = common.seed() == null ? Long.parseUnsignedLong(inputsHash.substring(0, 13), 16) : common.seed();
        return new Provenance(
                Engine.VERSION,
                Engine.kernel(),
                seed,
                exposure.firstDay(),
                exposure.lastDay(),
                exposure.observations(),
                exposure.droppedDates(),
                exposure.provider(),
                exposure.simulated(),
                inputsHash);
    }
}
