package io.riskwatch.service.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of a request, fed while its body streams by. The delimiter between the parts of a multipart body, which a
 * client makes up anew each time, does not count.
 */
final class BodyDigest {
    private static final byte[] PART = {0};

    private final MessageDigest sha;
    private final byte[] delimiter;
    private byte[] held = {};
    private boolean ended;

    /**
     * @param head what else tells requests apart, such as the address
     * @param delimiter of a multipart body, empty for any other
     */
    BodyDigest(String head, String delimiter) {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
        this.delimiter = delimiter.getBytes(StandardCharsets.ISO_8859_1);
        sha.update((head + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void update(byte[] bytes) {
        if (delimiter.length == 0) {
            sha.update(bytes);
            return;
        }
        if (ended) {
            return;
        }
        byte[] all = Arrays.copyOf(held, held.length + bytes.length);
        System.arraycopy(bytes, 0, all, held.length, bytes.length);
        int from = 0;
        int settled = -1;
        while (settled < 0) {
            int at = find(all, from);
            int behind = at + delimiter.length;
            if (at < 0) {
                settled = Math.max(from, all.length - delimiter.length + 1); // the rest may begin a delimiter
            } else if (behind + 2 > all.length) {
                settled = at; // whether it is the last one shows with the next bytes
            } else {
                sha.update(all, from, at - from);
                sha.update(PART);
                from = behind;
                ended = all[behind] == '-' && all[behind + 1] == '-';
                settled = ended ? from : -1;
            }
        }
        sha.update(all, from, settled - from);
        held = ended ? new byte[0] : Arrays.copyOfRange(all, settled, all.length);
    }

    /** Whether the last delimiter of a multipart body has come; what stands behind it does not count. */
    boolean ended() {
        return ended;
    }

    /** The digest in hexadecimal; afterwards this is used up. */
    String finish() {
        sha.update(held);
        return HexFormat.of().formatHex(sha.digest());
    }

    private int find(byte[] in, int from) {
        for (int at = from; at <= in.length - delimiter.length; at++) {
            if (in[at] == delimiter[0]
                    && Arrays.equals(in, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                return at;
            }
        }
        return -1;
    }
}
