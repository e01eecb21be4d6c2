package io.riskwatch.localstack.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.riskwatch.localstack.process.StackException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Thousands of clients of the price stream on one thread, each with its own choice of symbols. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close shows as a closed connection
final class StreamSwarm implements AutoCloseable {
    private static final int LONGEST_LATENCY_MS = 60_000;
    private static final int AT_ONCE = 200;
    private static final int TINY_RECEIVE_BUFFER = 4_096;

    /**
     * How clients connect.
     *
     * @param port of the server
     * @param reads whether it ever reads anything after its subscription
     */
    record Manner(int port, boolean reads) {}

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Queue<StreamClient> clients = new ConcurrentLinkedQueue<>();
    private final Queue<Channel> channels = new ConcurrentLinkedQueue<>();
    private final LongAdder frames = new LongAdder();
    private final LongAdder prices = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final Latencies latencies = new Latencies(LONGEST_LATENCY_MS);
    private final AtomicInteger subscribed = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean measuring;

    /** Connects and subscribes clients, as many as there are lists of symbols, and returns when all have their snapshot. */
    void join(Manner manner, List<String> tokens, List<int[]> symbols) throws InterruptedException {
        AtomicInteger pending = new AtomicInteger();
        int wanted = subscribed.get() + (manner.reads() ? symbols.size() : 0);
        for (int i = 0; i < symbols.size(); i++) {
            while (pending.get() >= AT_ONCE) {
                TimeUnit.MILLISECONDS.sleep(1);
                check();
            }
            pending.incrementAndGet();
            connect(manner, tokens.get(i % tokens.size()), symbols.get(i), pending);
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (pending.get() > 0 || subscribed.get() < wanted) {
            TimeUnit.MILLISECONDS.sleep(5);
            check();
            if (System.nanoTime() > end) {
                throw new StackException("Of " + wanted + " clients only " + subscribed.get()
                        + " have a snapshot after two minutes, " + pending.get() + " wait to be let in");
            }
        }
    }

    private void check() {
        Throwable first = failure.get();
        if (first != null) {
            throw new StackException("A client of the price stream was refused: " + first, first);
        }
    }

    private void connect(Manner manner, String token, int[] symbols, AtomicInteger pending) {
        StreamClient client = new StreamClient(symbols);
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new SocketFrames(manner.port(), "/ws/prices", token))
                                .addLast(new Conversation(client, manner.reads(), pending));
                    }
                });
        if (!manner.reads()) {
            bootstrap.option(ChannelOption.SO_RCVBUF, TINY_RECEIVE_BUFFER);
        }
        bootstrap.connect("127.0.0.1", manner.port()).addListener((ChannelFutureListener) connected -> {
            if (connected.isSuccess()) {
                channels.add(connected.channel());
                if (manner.reads()) {
                    clients.add(client);
                }
            } else {
                failure.compareAndSet(null, connected.cause());
            }
        });
    }

    /** Begins a measurement with empty counters. */
    void begin() {
        frames.reset();
        prices.reset();
        latencies.clear();
        measuring = true;
    }

    void end() {
        measuring = false;
    }

    long frames() {
        return frames.sum();
    }

    long prices() {
        return prices.sum();
    }

    /** Connections that were closed by the server. */
    long closed() {
        return closed.sum();
    }

    /** From a price's stamp to its arrival. */
    Latencies latenciesMs() {
        return latencies;
    }

    /** Pairs of client and symbol whose last price is not the feed's. */
    int outdated(TickFeed feed) {
        return clients.stream().mapToInt(client -> client.outdated(feed)).sum();
    }

    @Override
    public void close() {
        channels.forEach(Channel::close);
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS);
    }

    /** What one connection says and hears. */
    private final class Conversation extends SimpleChannelInboundHandler<ByteBuf> {
        private final StreamClient client;
        private final boolean reads;
        private final AtomicInteger pending;
        private boolean greeted;

        Conversation(StreamClient client, boolean reads, AtomicInteger pending) {
            this.client = client;
            this.reads = reads;
            this.pending = pending;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf json) {
            switch (StreamClient.kind(json)) {
                case HELLO -> {
                    greeted = true;
                    pending.decrementAndGet();
                    context.writeAndFlush(SocketFrames.text(client.subscription()), context.voidPromise());
                    if (!reads) {
                        context.channel().config().setAutoRead(false);
                    }
                }
                case SNAPSHOT -> {
                    client.learn(json);
                    client.take(json, age -> {});
                    subscribed.incrementAndGet();
                }
                case PRICES -> {
                    int count = client.take(json, age -> {
                        if (measuring) {
                            latencies.add(age);
                        }
                    });
                    if (measuring) {
                        frames.increment();
                        prices.add(count);
                    }
                }
                case OTHER -> {}
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            closed.increment();
            if (!greeted) {
                failure.compareAndSet(null, new StackException("closed before it was greeted"));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (!greeted) {
                failure.compareAndSet(null, cause);
            }
            context.close();
        }
    }
}
