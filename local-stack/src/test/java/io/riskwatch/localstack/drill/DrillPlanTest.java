package io.riskwatch.localstack.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillPlanTest {

    private static final List<String> KNOWN = List.of("told-thrice", "poisoned", "replayed");

    @TempDir
    private Path folder;

    private static DrillPlan plan(String... words) {
        return DrillPlan.of(List.of(words), KNOWN);
    }

    private static DrillResult result(String drill, long seed, String... violations) {
        return new DrillResult(
                drill, seed, 24, 20, 0, 4, 0, Map.of(), 12.5, 60, Map.of("copies", 3.0), List.of(violations));
    }

    @Test
    void withoutWordsItIsAllDrillsWithThreeSeeds() {
        assertThat(plan()).isEqualTo(new DrillPlan(KNOWN, List.of(1L, 2L, 3L), false));
    }

    @Test
    void aPartIsNamedByDrillAndSeed() {
        assertThat(plan("replayed", "--seed", "2", "--resume", "--seed", "5", "poisoned"))
                .isEqualTo(new DrillPlan(List.of("replayed", "poisoned"), List.of(2L, 5L), true));
    }

    @Test
    void whatIsNoDrillAndNoSeedIsRefused() {
        assertThatThrownBy(() -> plan("earthquake"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("earthquake");
        assertThatThrownBy(() -> plan("--seed")).hasMessageContaining("--seed takes a number");
        assertThatThrownBy(() -> plan("--seed", "one")).hasMessageContaining("\"one\"");
    }

    @Test
    void whatHasHeldOnTheseSourcesIsLeftOutWhenItGoesOn() {
        KeptDrills kept = new KeptDrills(folder, "commit a");
        kept.keep(result("told-thrice", 1));
        kept.keep(result("poisoned", 1, "one was lost"));
        kept.keep(result("told-thrice", 2));

        assertThat(plan("--resume").left(1, new KeptDrills(folder, "commit a")))
                .containsExactly("poisoned", "replayed");
        assertThat(plan("--resume").left(2, new KeptDrills(folder, "commit a")))
                .containsExactly("poisoned", "replayed");
        assertThat(plan("--resume").left(3, new KeptDrills(folder, "commit a"))).isEqualTo(KNOWN);
        assertThat(plan().left(1, new KeptDrills(folder, "commit a"))).isEqualTo(KNOWN);
        assertThat(plan("--resume").left(1, new KeptDrills(folder, "commit b"))).isEqualTo(KNOWN);
    }

    /** Parts add up to one file, whoever ran them; what other sources came to is forgotten. */
    @Test
    void partsOfOneCommitAreKeptTogether() throws IOException {
        new KeptDrills(folder, "commit a").keep(result("poisoned", 3));
        new KeptDrills(folder, "commit b").keep(result("poisoned", 2, "one was lost"));
        new KeptDrills(folder, "commit b").keep(result("poisoned", 1));
        new KeptDrills(folder, "commit b").keep(result("poisoned", 2));

        String text = Files.readString(folder.resolve("poisoned.json"));
        assertThat(text)
                .contains("\"seed\": 1", "\"seed\": 2", "\"copies\": 3.0", "commit b")
                .doesNotContain("\"seed\": 3", "commit a", "lost");
        assertThat(new KeptDrills(folder, "commit b").held("poisoned", 2)).isTrue();
    }
}
