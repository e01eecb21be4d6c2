package io.riskwatch.portfolio.alert.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses a stranger may make us call: those of the public internet alone (IANA's special-purpose registries). The
 * machine itself, its network and a cloud's metadata service are none, however they are written: a name is judged by the
 * address it resolves to, and IPv6 forms that carry an IPv4 address are refused altogether.
 */
final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.31.196.0", 24),
            Block.of("192.52.193.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("192.175.48.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 4),
            Block.of("240.0.0.0", 4),
            // within 2000::/3: Teredo and other protocols, documentation, 6to4
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("2620:4f:8000::", 48),
            Block.of("3fff::", 20));

    /** All of IPv6 that is given out for the public internet. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL_UNICAST.contains(address))
                && NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
    }

    /** The addresses whose first {@code prefix} bits are those of {@code start}. */
    private record Block(InetAddress start, int prefix) {

        /** Of an address written in digits, which nobody is asked for. */
        static Block of(String start, int prefix) {
            try {
                return new Block(InetAddress.getByName(start), prefix);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(start + " is not an address", e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] mine = start.getAddress();
            byte[] theirs = address.getAddress();
            int whole = prefix / Byte.SIZE;
            int mask = 0xff << (Byte.SIZE - prefix % Byte.SIZE) & 0xff;
            return mine.length == theirs.length
                    && Arrays.equals(mine, 0, whole, theirs, 0, whole)
                    && (mask == 0 || (mine[whole] & mask) == (theirs[whole] & mask));
        }
    }
}
