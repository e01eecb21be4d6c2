package io.riskwatch.localstack.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.DelimiterBasedFrameDecoder;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The service behind the gateway and behind its peer: answers every request at once with the same few bytes of JSON. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close shows as a closed connection
final class FixedAnswer implements AutoCloseable {
    private static final String BODY = "{\"quotes\":[{\"symbol\":\"ORBX\",\"price\":187.23,\"currency\":\"USD\","
            + "\"asOf\":\"2026-01-02T10:00:00Z\",\"previousClose\":186.9,\"change\":0.33,\"changeFraction\":0.00177,"
            + "\"provider\":\"xsim\",\"simulated\":true,\"stale\":false}],\"missing\":[]}";
    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY)
            .getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_HEAD = 32 * 1024;
    private static final ByteBuf END_OF_HEAD =
            Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel channel;

    FixedAnswer() {
        channel = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel accepted) {
                        // a GET ends with its head
                        accepted.pipeline()
                                .addLast(
                                        new DelimiterBasedFrameDecoder(LONGEST_HEAD, END_OF_HEAD.duplicate()),
                                        new Answering());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    private static final class Answering extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf head) {
            context.writeAndFlush(Unpooled.wrappedBuffer(ANSWER), context.voidPromise());
        }
    }
}
