package org.kakehashi.parties;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts the invented links that come from one address. */
@Component
class WrongTokens {

    private static final int MOST = 30;

    private final Cache<String, AtomicInteger> counted = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(100_000)
            .build();

    boolean tooManyFrom(String address) {
        AtomicInteger wrong = counted.getIfPresent(address);
        return wrong != null && wrong.get() >= MOST;
    }

    void count(String address) {
        counted.get(address, none -> new AtomicInteger()).incrementAndGet();
    }
}
