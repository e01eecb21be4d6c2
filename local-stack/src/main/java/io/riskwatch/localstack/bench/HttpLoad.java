package io.riskwatch.localstack.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Keep-alive GETs of one address on connections of many users, as fast as they are answered or at a steady pace. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close shows as a closed connection
final class HttpLoad implements AutoCloseable {
    private static final int LONGEST_STEP = 100_000;
    private static final int MICROS_PER_STEP = 20;
    private static final int OK = 200;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Latencies latencies = new Latencies(LONGEST_STEP);
    private final Queue<Requests> idle = new ArrayDeque<>();
    private final List<Channel> channels;
    private boolean fast;
    private boolean counting;

    /**
     * @param port of the server
     * @param path of the request
     * @param tokens one per connection
     */
    HttpLoad(int port, String path, List<String> tokens) {
        channels = tokens.stream().map(token -> connect(port, path, token)).toList();
    }

    private Channel connect(int port, String path, String token) {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
                        + "Authorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpAnswers(), new Requests(channel, request));
                    }
                })
                .connect("127.0.0.1", port)
                .syncUninterruptibly()
                .channel();
    }

    /** Requests as fast as they are answered, for the time given; answers requests per second. */
    double flatOut(Duration during) throws InterruptedException {
        begin();
        loop.execute(() -> {
            fast = true;
            for (Requests next = idle.poll(); next != null; next = idle.poll()) {
                next.send(System.nanoTime());
            }
        });
        TimeUnit.NANOSECONDS.sleep(during.toNanos());
        return end(during);
    }

    /** Offers so many requests per second, whether the last ones have been answered or not; answers those answered per second. */
    double offered(int perSecond, Duration during) throws InterruptedException {
        begin();
        long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long first = System.nanoTime();
        long count = during.toNanos() / period;
        for (long i = 0; i < count; i++) {
            long due = first + i * period;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            loop.execute(() -> {
                Requests next = idle.poll();
                if (next == null) {
                    refused.increment(); // more than the connections can carry at once
                } else {
                    next.send(due);
                }
            });
        }
        return end(during);
    }

    private void begin() {
        long closed = channels.stream().filter(channel -> !channel.isActive()).count();
        if (closed > 0) {
            throw new StackException(
                    "The server closed " + closed + " of the " + channels.size() + " connections to be measured");
        }
        loop.submit(() -> {
                    answered.reset();
                    refused.reset();
                    latencies.clear();
                    counting = true;
                })
                .syncUninterruptibly();
    }

    private double end(Duration during) throws InterruptedException {
        loop.submit(() -> {
                    counting = false;
                    fast = false;
                })
                .syncUninterruptibly();
        TimeUnit.MILLISECONDS.sleep(300);
        return answered.sum() / (during.toNanos() / 1e9);
    }

    long answered() {
        return answered.sum();
    }

    /** Answers other than 200, and requests that found no free connection. */
    long refused() {
        return refused.sum();
    }

    double quantileMs(double fraction) {
        return latencies.quantile(fraction) * MICROS_PER_STEP / 1_000.0;
    }

    @Override
    public void close() {
        channels.forEach(Channel::close);
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    /** One connection. */
    private final class Requests extends SimpleChannelInboundHandler<Integer> {
        private final Channel channel;
        private final byte[] request;
        private long sentAt;

        Requests(Channel channel, byte[] request) {
            this.channel = channel;
            this.request = request;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            idle.add(this);
        }

        void send(long now) {
            sentAt = now;
            channel.writeAndFlush(Unpooled.wrappedBuffer(request), channel.voidPromise());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, Integer status) {
            long now = System.nanoTime();
            if (counting) {
                if (status == OK) {
                    answered.increment();
                } else {
                    refused.increment();
                }
                latencies.add((now - sentAt) / 1_000 / MICROS_PER_STEP);
            }
            if (fast) {
                send(now);
            } else {
                idle.add(this);
            }
        }
    }
}
