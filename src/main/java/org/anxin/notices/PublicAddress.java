package org.anxin.notices;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Whether an address is of the public network, and not of this machine or a private network. */
final class PublicAddress {
    private static final int FIRST_BYTE = 0;
    private static final int SECOND_BYTE = 1;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = Byte.toUnsignedInt(bytes[FIRST_BYTE]);
        int second = Byte.toUnsignedInt(bytes[SECOND_BYTE]);
        boolean local = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        // What java.net does not know: unique local addresses (RFC 4193), those shared by providers (RFC 6598), 0/8,
        // 240/4.
        boolean reserved = address instanceof Inet6Address
                ? (first & 0xfe) == 0xfc
                : first == 0 || first >= 240 || first == 100 && (second & 0xc0) == 64;
        return !local && !reserved;
    }
}
