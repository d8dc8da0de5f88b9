package org.kakehashi.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * How often one address may do something, at once or spread. Of IPv6 the network counts, as whoever has one has all its
 * addresses. Each node counts for itself.
 */
final class Allowance {

    private static final int ADDRESSES = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final int most;
    private final Duration per;
    private final Cache<String, Bucket> buckets;

    Allowance(int most, Duration per) {
        this.most = most;
        this.per = per;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(per.multipliedBy(2))
                .build();
    }

    /** Takes one from what the address has left, or says how long it must wait. */
    ConsumptionProbe take(String address) {
        return buckets.get(caller(address), caller -> bucket()).tryConsumeAndReturnRemaining(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                .build();
    }

    private static String caller(String address) {
        try {
            return InetAddress.getByName(address) instanceof Inet6Address network
                    ? HexFormat.of().formatHex(Arrays.copyOf(network.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
