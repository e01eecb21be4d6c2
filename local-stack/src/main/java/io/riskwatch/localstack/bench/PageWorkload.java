package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.platform.Chromium;
import io.riskwatch.localstack.platform.RunningPlatform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The dashboard of the running platform in a headless Chromium: a newcomer's way to the first figures, Lighthouse's marks, and how
 * smooth a page with many rows is while prices stream. {@code frontend/bench} looks at the page, this feeds it.
 */
final class PageWorkload implements Workload {

    private static final int SYMBOLS = 100;
    private static final int TICKS_PER_SECOND = 1_000;

    private final Path root;
    private final Path home;

    /**
     * @param root the clone
     * @param home where the running platform keeps its data
     */
    PageWorkload(Path root, Path home) {
        this.root = root;
        this.home = home;
    }

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String summary() {
        return "the dashboard: frames while 1,000 prices a second stream, Lighthouse, a newcomer's first figures";
    }

    @Override
    public void measure(BenchReport report) {
        RunningPlatform platform = RunningPlatform.find(home, "No benchmark");
        System.out.println("  ..  a newcomer's way");
        look(platform, report, "journey");
        System.out.println("  ..  Lighthouse");
        look(platform, report, "lighthouse");
        System.out.println("  ..  streaming");
        try (TickFeed feed = new TickFeed(platform.redisPort(), 0, SYMBOLS, TickFeed.Movement.WALK)) {
            feed.priceAll();
            feed.storeAll();
            feed.ticksPerSecond(TICKS_PER_SECOND);
            look(platform, report, "stream", Integer.toString(SYMBOLS));
            feed.ticksPerSecond(0);
            feed.forgetAll();
        }
    }

    private void look(RunningPlatform platform, BenchReport report, String... part) {
        List<String> command = new ArrayList<>(List.of("node", "bench/page.mjs"));
        command.addAll(List.of(part));
        ProcessBuilder program =
                new ProcessBuilder(command).directory(root.resolve("frontend").toFile());
        program.environment().put("BASE_URL", platform.url().toString());
        program.environment().put("CHROMIUM_PATH", Chromium.find().toString());
        FigureLines.follow(program, report);
    }
}
