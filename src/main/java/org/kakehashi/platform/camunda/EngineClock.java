package org.kakehashi.platform.camunda;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The product's one clock: the engine's, in Japan's time zone. A test that moves it moves both. */
@Component
class EngineClock extends Clock {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final ZoneId zone;

    @Autowired
    EngineClock() {
        this(JAPAN);
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
