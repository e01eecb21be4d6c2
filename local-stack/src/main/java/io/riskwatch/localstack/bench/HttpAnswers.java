package io.riskwatch.localstack.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads whole HTTP/1.1 answers, of known length or in chunks, and tells the status of each. */
final class HttpAnswers extends ByteToMessageDecoder {
    private static final byte[] END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};
    private static final String LENGTH = "\r\ncontent-length:";

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int end = indexOf(in, END);
        if (end < 0) {
            return;
        }
        String head = in.toString(in.readerIndex(), end - in.readerIndex(), StandardCharsets.US_ASCII)
                .toLowerCase(Locale.ROOT);
        int length = length(head, in, end + END.length);
        int whole = end - in.readerIndex() + END.length + length;
        if (length < 0 || in.readableBytes() < whole) {
            return;
        }
        in.skipBytes(whole);
        out.add(Integer.parseInt(head.substring(9, 12)));
    }

    /** Bytes of the body; -1 while that cannot be known. */
    private static int length(String head, ByteBuf in, int body) {
        int at = head.indexOf(LENGTH);
        if (at >= 0) {
            int from = at + LENGTH.length();
            int to = head.indexOf("\r\n", from);
            return Integer.parseInt(
                    head.substring(from, to < 0 ? head.length() : to).strip());
        }
        if (!head.contains("transfer-encoding: chunked")) {
            return 0;
        }
        int last = indexOf(in.slice(body, in.writerIndex() - body), LAST_CHUNK);
        return last < 0 ? -1 : last + LAST_CHUNK.length;
    }

    /** Where the wanted bytes begin, -1 where they do not occur. */
    static int indexOf(ByteBuf in, byte[] wanted) {
        int last = in.writerIndex() - wanted.length;
        for (int at = in.readerIndex(); at <= last; at++) {
            at = in.indexOf(at, last + 1, wanted[0]);
            if (at < 0) {
                return -1;
            }
            int same = 1;
            while (same < wanted.length && in.getByte(at + same) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
