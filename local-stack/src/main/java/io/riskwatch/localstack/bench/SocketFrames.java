package io.riskwatch.localstack.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.riskwatch.localstack.process.StackException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The client's side of RFC 6455, as much as a load needs: the handshake, then the payload of each whole text frame. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close shows as a closed connection
final class SocketFrames extends ByteToMessageDecoder {
    private static final int TEXT = 1;
    private static final int LONGEST_SHORT = 125;
    private static final int TWO_BYTES = 126;
    private static final int MASKED = 0x80;
    private static final int FINAL = 0x80;
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final int port;
    private final String path;
    private final String token;
    private boolean upgraded;

    SocketFrames(int port, String path, String token) {
        this.port = port;
        this.path = path;
        this.token = token;
    }

    /** A text frame of a client; its mask is zero, so that the payload stands as it is. */
    static ByteBuf text(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        ByteBuf frame = Unpooled.buffer(bytes.length + 8).writeByte(FINAL | TEXT);
        if (bytes.length <= LONGEST_SHORT) {
            frame.writeByte(MASKED | bytes.length);
        } else {
            frame.writeByte(MASKED | TWO_BYTES).writeShort(bytes.length);
        }
        return frame.writeInt(0).writeBytes(bytes);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        String handshake = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        context.writeAndFlush(Unpooled.copiedBuffer(handshake, StandardCharsets.US_ASCII), context.voidPromise());
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (!upgraded) {
            int end = HttpAnswers.indexOf(in, END);
            if (end < 0) {
                return;
            }
            String head = in.readCharSequence(end - in.readerIndex(), StandardCharsets.US_ASCII)
                    .toString();
            in.skipBytes(END.length);
            if (!head.startsWith("HTTP/1.1 101")) {
                throw new StackException(head.lines().findFirst().orElse("no answer"));
            }
            upgraded = true;
        }
        if (in.readableBytes() < 2) {
            return;
        }
        int begin = in.readerIndex();
        int kind = in.getByte(begin) & 0x0F;
        int length = in.getByte(begin + 1) & 0x7F;
        int head = 2;
        if (length == TWO_BYTES) {
            head = 4;
            if (in.readableBytes() < head) {
                return;
            }
            length = in.getUnsignedShort(begin + 2);
        } else if (length > TWO_BYTES) {
            head = 10;
            if (in.readableBytes() < head) {
                return;
            }
            length = Math.toIntExact(in.getLong(begin + 2));
        }
        if (in.readableBytes() < head + length) {
            return;
        }
        in.skipBytes(head);
        ByteBuf payload = in.readRetainedSlice(length);
        if (kind == TEXT) {
            out.add(payload);
        } else {
            payload.release();
        }
    }
}
