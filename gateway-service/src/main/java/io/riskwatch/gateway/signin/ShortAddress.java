package io.riskwatch.gateway.signin;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address cut so far that it names a neighbourhood and nobody in it: three of an IPv4 address' four numbers, the first 48
 * bits of an IPv6 address. Enough for somebody to say "that was not me".
 */
final class ShortAddress {

    private static final int NETWORK_DIGITS = 16;

    private ShortAddress() {}

    /** @param counted as {@link io.riskwatch.gateway.limit.ClientAddress} tells it; absent when that is no address */
    static @Nullable String of(String counted) {
        if (counted.length() == NETWORK_DIGITS && counted.chars().allMatch(HexFormat::isHexDigit)) {
            return groups(HexFormat.of().parseHex(counted));
        }
        try {
            InetAddress address = InetAddress.ofLiteral(counted);
            byte[] bytes = address.getAddress();
            return address instanceof Inet4Address
                    ? (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + ".*"
                    : groups(bytes);
        } catch (IllegalArgumentException e) {
            return null; // a proxy may say anything
        }
    }

    private static String groups(byte[] bytes) {
        ShortBuffer groups = ByteBuffer.wrap(bytes).asShortBuffer();
        return String.format(
                Locale.ROOT,
                "%x:%x:%x:*",
                Short.toUnsignedInt(groups.get(0)),
                Short.toUnsignedInt(groups.get(1)),
                Short.toUnsignedInt(groups.get(2)));
    }
}
