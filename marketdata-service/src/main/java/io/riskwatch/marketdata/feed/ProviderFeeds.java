package io.riskwatch.marketdata.feed;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** All feeds, started and stopped with the service. */
final class ProviderFeeds implements SmartLifecycle {
    private final List<ProviderFeed> feeds;
    private volatile boolean running;

    ProviderFeeds(List<ProviderFeed> feeds) {
        this.feeds = List.copyOf(feeds);
    }

    @Override
    public void start() {
        running = true;
        feeds.forEach(ProviderFeed::start);
    }

    @Override
    public void stop() {
        running = false;
        feeds.forEach(ProviderFeed::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
