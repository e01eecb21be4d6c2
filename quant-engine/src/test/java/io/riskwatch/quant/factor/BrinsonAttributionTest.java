package io.riskwatch.quant.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BrinsonAttributionTest {
    @Test
    void effectsSumToTheActiveReturn() {
        // portfolio 0.7 x 10 % + 0.3 x 2 % = 7.6 %; benchmark 0.5 x 8 % + 0.5 x 4 % = 6 %
        BrinsonAttribution[] sectors = BrinsonAttribution.of(
                new double[] {0.7, 0.3}, new double[] {0.10, 0.02}, new double[] {0.5, 0.5}, new double[] {0.08, 0.04});
        assertThat(sectors[0].allocation()).isCloseTo(0.2 * 0.02, within(1e-15));
        assertThat(sectors[0].selection()).isCloseTo(0.5 * 0.02, within(1e-15));
        assertThat(sectors[0].interaction()).isCloseTo(0.2 * 0.02, within(1e-15));
        assertThat(Arrays.stream(sectors).mapToDouble(BrinsonAttribution::total).sum())
                .isCloseTo(0.016, within(1e-15));
    }

    @Test
    void weightsThatDoNotSumToOneAreRefused() {
        double[] one = {1.1};
        assertThatThrownBy(() -> BrinsonAttribution.of(one, one, one, one))
                .hasMessageContaining("weights must sum to 1");
    }
}
