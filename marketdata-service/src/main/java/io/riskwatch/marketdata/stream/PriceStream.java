package io.riskwatch.marketdata.stream;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.riskwatch.marketdata.quote.FeedStates;
import io.riskwatch.marketdata.quote.LatestQuotes;
import io.riskwatch.marketdata.quote.QuoteDesk;
import io.riskwatch.marketdata.quote.SymbolInterest;
import io.riskwatch.marketdata.upload.UploadedClose;
import io.riskwatch.marketdata.upload.UploadedHistory;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.TransactionException;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Receives connections and their commands, and gives each to the event loop it lives on. */
final class PriceStream implements WebSocketHandler, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PriceStream.class);

    /** How many unknown symbols one command may have fetched. */
    private static final int MOST_FETCHED = 8;

    private final PriceBoard board = new PriceBoard();
    private final LatestQuotes latest;
    private final UploadedHistory uploads;
    private final QuoteDesk desk;
    private final FeedStates feeds;
    private final SymbolInterest interest;
    private final StreamProperties properties;
    private final StreamMeters meters;
    private final JsonMapper json;
    private final Clock clock;
    private final Scheduler blocking = Schedulers.fromExecutor(new VirtualThreadTaskExecutor("stream-"));
    private final Map<EventLoop, LoopSessions> loops = new ConcurrentHashMap<>();
    private final Map<String, Integer> connectionsByUser = new ConcurrentHashMap<>();
    private volatile boolean running;

    PriceStream(
            LatestQuotes latest,
            UploadedHistory uploads,
            QuoteDesk desk,
            FeedStates feeds,
            SymbolInterest interest,
            StreamProperties properties,
            StreamMeters meters,
            JsonMapper json,
            Clock clock) {
        this.latest = latest;
        this.uploads = uploads;
        this.desk = desk;
        this.feeds = feeds;
        this.interest = interest;
        this.properties = properties;
        this.meters = meters;
        this.json = json;
        this.clock = clock;
        latest.subscribe(board);
        if (!properties.conflated()) {
            latest.subscribe(quotes -> loops.values().forEach(LoopSessions::flushSoon)); // behind the board
        }
    }

    @Override
    public Mono<Void> handle(WebSocketSession socket) {
        Channel channel = ChannelUpgrade.channel(socket);
        return socket.getHandshakeInfo()
                .getPrincipal()
                .cast(JwtAuthenticationToken.class)
                .map(token -> Client.of(token.getToken()))
                .flatMap(client -> serve(socket, channel, client));
    }

    private Mono<Void> serve(WebSocketSession socket, Channel channel, Client client) {
        PriceSession session = new PriceSession(
                channel,
                socket,
                client,
                board,
                new Frames(channel.alloc(), json),
                properties,
                meters,
                interest,
                clock.millis());
        channel.eventLoop().execute(() -> open(channel, session));
        return socket.receive()
                .concatMap(message -> obey(channel, session, message), 1)
                .then();
    }

    private void open(Channel channel, PriceSession session) {
        LoopSessions group = loops.computeIfAbsent(
                channel.eventLoop(), loop -> new LoopSessions(loop, board, latest, feeds, properties, meters, clock));
        meters.connected();
        int ofUser = connectionsByUser.merge(session.client().user(), 1, Integer::sum);
        channel.closeFuture().addListener(closed -> {
            group.remove(session);
            meters.disconnected();
            connectionsByUser.computeIfPresent(session.client().user(), (user, count) -> count == 1 ? null : count - 1);
        });
        session.hello();
        if (!running) {
            session.close(CloseCode.SHUTDOWN);
        } else if (ofUser > properties.maxConnectionsPerUser() || meters.connections() > properties.maxConnections()) {
            session.close(CloseCode.LIMIT);
        } else {
            group.add(session);
        }
    }

    /** Does one command after the other; uploads are looked up off the event loop. */
    private Mono<Void> obey(Channel channel, PriceSession session, WebSocketMessage message) {
        if (message.getType() == WebSocketMessage.Type.PING || message.getType() == WebSocketMessage.Type.PONG) {
            return Mono.empty();
        }
        if (!session.countCommand(clock.millis())) {
            return Mono.empty();
        }
        Command command;
        try {
            command = json.readValue(message.getPayloadAsText(), Command.class);
        } catch (JacksonException e) {
            session.error("BAD_COMMAND", "send {\"action\":\"subscribe\",\"symbols\":[\"ORBX\"]}", List.of());
            return Mono.empty();
        }
        List<String> symbols = command.cleanSymbols();
        if ("unsubscribe".equals(command.action())) {
            session.unsubscribe(symbols);
            return Mono.empty();
        }
        if (!"subscribe".equals(command.action()) || symbols.isEmpty()) {
            session.error("BAD_COMMAND", "action is subscribe or unsubscribe, symbols are not empty", List.of());
            return Mono.empty();
        }
        if (symbols.size() > properties.maxSymbols()) {
            session.error("TOO_MANY_SYMBOLS", "at most " + properties.maxSymbols() + " symbols", List.of());
            session.close(CloseCode.LIMIT);
            return Mono.empty();
        }
        return Mono.fromCallable(() -> priced(session.client(), symbols))
                .subscribeOn(blocking)
                .publishOn(Schedulers.fromExecutor(channel.eventLoop()))
                .doOnNext(found -> session.subscribe(symbols, found))
                .doOnError(e -> session.error("UNAVAILABLE", "try again in a moment", symbols))
                .onErrorResume(e -> {
                    if (!(e instanceof DataAccessException) && !(e instanceof TransactionException)) {
                        log.error("event=subscribe-failed", e);
                    }
                    return Mono.empty();
                })
                .then();
    }

    /** The organisation's uploads; of the other symbols those nobody has priced yet are asked for, a few at a time. */
    private Map<String, UploadedClose> priced(Client client, List<String> symbols) {
        Map<String, UploadedClose> own = uploads(client, symbols);
        desk.prices(symbols.stream()
                .filter(symbol -> !own.containsKey(symbol) && board.id(symbol).isEmpty())
                .limit(MOST_FETCHED)
                .toList());
        return own;
    }

    private Map<String, UploadedClose> uploads(Client client, List<String> symbols) {
        return client.organisation()
                .map(organisation -> Tenancy.as(organisation, () -> uploads.newest(symbols)))
                .orElse(Map.of());
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends every connection before the web server begins to wait for them. */
    @Override
    public void stop() {
        running = false;
        loops.values().forEach(loop -> loop.closeAll(CloseCode.SHUTDOWN));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
