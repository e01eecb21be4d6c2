package io.riskwatch.service.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodyDigestTest {

    @Test
    void theDelimiterDoesNotCountHoweverTheBodyIsCutIntoPieces() {
        String one = "--xyzzy\r\nname=a\r\n\r\n1,2,3\r\n--xyzzy--\r\n";
        String same = one.replace("xyzzy", "plugh0815");
        String whole = digest("/a", "--xyzzy", one, one.length());
        IntStream.rangeClosed(1, one.length())
                .forEach(
                        piece -> assertThat(digest("/a", "--xyzzy", one, piece)).isEqualTo(whole));
        assertThat(digest("/a", "--plugh0815", same, 3)).isEqualTo(whole);
    }

    @Test
    void whatStandsBehindTheLastDelimiterDoesNotCount() {
        String one = "--xyzzy\r\n1,2\r\n--xyzzy--";
        String whole = digest("/a", "--xyzzy", one, one.length());
        IntStream.rangeClosed(1, one.length()).forEach(piece -> {
            assertThat(digest("/a", "--xyzzy", one, piece)).isEqualTo(whole);
            assertThat(digest("/a", "--xyzzy", one + "\r\nepilogue", piece)).isEqualTo(whole);
        });
        BodyDigest digest = new BodyDigest("/a", "--xyzzy");
        digest.update("--xyzzy\r\n1,2\r\n--xyzzy-".getBytes(StandardCharsets.US_ASCII));
        assertThat(digest.ended()).isFalse();
        digest.update("-".getBytes(StandardCharsets.US_ASCII));
        assertThat(digest.ended()).isTrue();
    }

    @Test
    void everythingElseCounts() {
        String one = "--x\r\n1,2\r\n--x--";
        String whole = digest("/a", "--x", one, 99);
        assertThat(digest("/b", "--x", one, 99)).isNotEqualTo(whole);
        assertThat(digest("/a", "--x", "--x\r\n1,3\r\n--x--", 99)).isNotEqualTo(whole);
        assertThat(digest("/a", "", one, 99)).isNotEqualTo(whole);
    }

    private static String digest(String head, String delimiter, String body, int piece) {
        BodyDigest digest = new BodyDigest(head, delimiter);
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < bytes.length; at += piece) {
            digest.update(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)));
        }
        return digest.finish();
    }
}
