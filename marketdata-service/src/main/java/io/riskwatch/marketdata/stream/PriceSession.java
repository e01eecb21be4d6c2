package io.riskwatch.marketdata.stream;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.riskwatch.marketdata.quote.FeedStates;
import io.riskwatch.marketdata.quote.SymbolInterest;
import io.riskwatch.marketdata.upload.UploadedClose;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * One connection. Lives on its channel's event loop: every method is called there, so it needs no lock, and it writes only
 * while the channel is writable, so it never holds more than the channel's buffer.
 */
final class PriceSession {
    private static final long FORCED_CLOSE_SECONDS = 2;

    private final Channel channel;
    private final WebSocketSession socket;
    private final Client client;
    private final PriceBoard board;
    private final Frames frames;
    private final StreamProperties properties;
    private final StreamMeters meters;
    private final SymbolInterest interest;
    private final Subscriptions subscriptions = new Subscriptions();
    private Set<String> awaited = Set.of();
    private long toldFeeds;
    private final Map<String, Integer> snapshotSymbols = new LinkedHashMap<>();
    private final Map<Integer, Fragment> snapshotUploads = new LinkedHashMap<>();
    private long seen;
    private long sequence;
    private long lastWritable;
    private long lastSent;
    private long commandSecond;
    private int commands;
    private @Nullable Boolean toldStale;
    private boolean closing;

    PriceSession(
            Channel channel,
            WebSocketSession socket,
            Client client,
            PriceBoard board,
            Frames frames,
            StreamProperties properties,
            StreamMeters meters,
            SymbolInterest interest,
            long nowMillis) {
        this.channel = channel;
        this.socket = socket;
        this.client = client;
        this.board = board;
        this.frames = frames;
        this.properties = properties;
        this.meters = meters;
        this.interest = interest;
        this.lastWritable = nowMillis;
        this.lastSent = nowMillis;
    }

    Client client() {
        return client;
    }

    /** The server speaks first: a client that subscribed before could be lost in the gateway. */
    void hello() {
        send(frames.hello(properties.heartbeat().toMillis()));
    }

    /** Whether the connection may give one more command this second; closes it when it may not. */
    boolean countCommand(long nowMillis) {
        long second = nowMillis / 1_000;
        commands = second == commandSecond ? commands + 1 : 1;
        commandSecond = second;
        if (commands > properties.maxCommandsPerSecond()) {
            close(CloseCode.LIMIT);
            return false;
        }
        return true;
    }

    /** Adds symbols, the organisation's uploads among them, and sends their present prices. */
    void subscribe(List<String> symbols, Map<String, UploadedClose> uploads) {
        List<String> unknown = new ArrayList<>();
        for (String symbol : symbols) {
            UploadedClose upload = uploads.get(symbol);
            OptionalInt id = board.id(symbol);
            if (upload != null) {
                id.ifPresent(subscriptions::remove);
                int own = subscriptions.addUpload(symbol);
                snapshotSymbols.put(symbol, own);
                snapshotUploads.put(own, fragment(own, upload));
            } else if (id.isPresent()) {
                subscriptions.removeUpload(symbol);
                subscriptions.add(id.getAsInt());
                await(symbol);
                snapshotSymbols.put(symbol, id.getAsInt());
            } else {
                unknown.add(symbol);
            }
        }
        if (!unknown.isEmpty()) {
            error("UNKNOWN_SYMBOL", "nobody prices these symbols", unknown);
        }
        if (subscriptions.size() > properties.maxSymbols()) {
            error("TOO_MANY_SYMBOLS", "at most " + properties.maxSymbols() + " symbols per connection", List.of());
            close(CloseCode.LIMIT);
            return;
        }
        sendSnapshot();
    }

    void unsubscribe(List<String> symbols) {
        for (String symbol : symbols) {
            board.id(symbol).ifPresent(subscriptions::remove);
            awaitNoMore(symbol);
            subscriptions.removeUpload(symbol);
            Integer pending = snapshotSymbols.remove(symbol);
            if (pending != null) {
                snapshotUploads.remove(pending);
            }
        }
    }

    /** Listens to nothing any more; the connection is gone. */
    void forget() {
        awaited.forEach(interest::remove);
        awaited = Set.of();
    }

    /** Says that somebody listens to a symbol of a provider, which delivers only what is listened to. */
    private void await(String symbol) {
        if (interest.concerns(symbol) && !awaited.contains(symbol)) {
            Set<String> more = new HashSet<>(awaited);
            more.add(symbol);
            awaited = more;
            interest.add(symbol);
        }
    }

    private void awaitNoMore(String symbol) {
        if (awaited.contains(symbol)) {
            Set<String> fewer = new HashSet<>(awaited);
            fewer.remove(symbol);
            awaited = fewer;
            interest.remove(symbol);
        }
    }

    void error(String code, String message, List<String> symbols) {
        if (channel.isWritable()) {
            send(frames.error(code, message, symbols));
        }
    }

    /**
     * Sends what changed since the last flush, or a heartbeat, or nothing; closes a client whose token has expired or that
     * takes nothing.
     *
     * @return the number of prices sent
     */
    int flush(PriceBoard.View view, boolean stale, Instant since, FeedStates feeds, long nowMillis) {
        if (closing) {
            return 0;
        }
        if (client.expiresAt().toEpochMilli() <= nowMillis) {
            close(CloseCode.TOKEN_EXPIRED);
            return 0;
        }
        if (!channel.isWritable()) {
            if (nowMillis - lastWritable > properties.slowAfter().toMillis()) {
                meters.tooSlow();
                close(CloseCode.TOO_SLOW);
            }
            return 0; // what it has not seen stays to be sent: the last price of each symbol
        }
        lastWritable = nowMillis;
        if (toldStale == null ? stale : toldStale != stale) {
            send(frames.status(stale, since.toString()));
            toldStale = stale;
        }
        tellFeeds(feeds);
        sendSnapshot();
        int sent = sendNews(view);
        if (sent > 0) {
            lastSent = nowMillis;
        } else if (nowMillis - lastSent >= properties.heartbeat().toMillis()) {
            send(frames.heartbeat());
            lastSent = nowMillis;
        }
        return sent;
    }

    /** Tells a client that listens to providers' symbols whose prices are delayed, and whose flow again. */
    private void tellFeeds(FeedStates feeds) {
        long version = feeds.version();
        if (version != toldFeeds && !awaited.isEmpty()) {
            toldFeeds = version;
            feeds.all().forEach(feed -> send(frames.feed(feed)));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the forced end
    void close(CloseCode code) {
        if (closing) {
            return;
        }
        closing = true;
        socket.close(code.status()).subscribe(done -> {}, failure -> closeChannel());
        // a client that takes nothing does not take the close frame either
        channel.eventLoop().schedule(this::closeChannel, FORCED_CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    private int sendNews(PriceBoard.View view) {
        List<Fragment> news = null;
        for (int id : subscriptions.shared()) {
            Fragment fragment = view.news(id, seen);
            if (fragment != null) {
                news = news == null ? new ArrayList<>() : news;
                news.add(fragment);
            }
        }
        seen = view.version();
        if (news == null) {
            return 0;
        }
        send(frames.prices(news, ++sequence));
        return news.size();
    }

    /** Sends the table and the prices of what was added, now or as soon as the client takes something. */
    private void sendSnapshot() {
        if (snapshotSymbols.isEmpty() || !channel.isWritable()) {
            return;
        }
        List<Fragment> prices = new ArrayList<>();
        for (int id : snapshotSymbols.values()) {
            Fragment own = snapshotUploads.get(id);
            Fragment price = own == null ? board.latest(id) : own;
            if (price != null) {
                prices.add(price);
            }
        }
        send(frames.snapshot(snapshotSymbols, prices, ++sequence));
        snapshotSymbols.clear();
        snapshotUploads.clear();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failed close leaves a channel that is closed anyway
    private void closeChannel() {
        channel.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, which everybody hears of
    private void send(TextWebSocketFrame frame) {
        channel.writeAndFlush(frame, channel.voidPromise());
    }

    private static Fragment fragment(int id, UploadedClose upload) {
        long asOf =
                upload.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).toEpochMilli();
        return Fragment.of(0, id, upload.close(), asOf);
    }
}
