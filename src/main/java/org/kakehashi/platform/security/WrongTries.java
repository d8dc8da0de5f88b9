package org.kakehashi.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what was tried wrongly from one address, and for ten minutes says when it was too much. */
public class WrongTries {

    private final int most;
    private final Cache<String, AtomicInteger> counted = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(100_000)
            .build();

    public WrongTries(int most) {
        this.most = most;
    }

    public boolean tooManyFrom(String address) {
        AtomicInteger wrong = counted.getIfPresent(address);
        return wrong != null && wrong.get() >= most;
    }

    public void count(String address) {
        counted.get(address, none -> new AtomicInteger()).incrementAndGet();
    }
}
