package org.kakehashi.negotiation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long parties may negotiate before the programme steps in. Times count from the first opening of the negotiation.
 *
 * @param mediatedAfter rounds without agreement, after which the licensor's adviser mediates
 * @param decidedAfter rounds without agreement, after which a manager decides whether to go on
 * @param escalatedAfter time after which managers step in, whatever the round
 * @param endedAfter time after which the case ends
 */
@ConfigurationProperties("kakehashi.negotiation.terms")
public record TermPace(
        @DefaultValue("3") int mediatedAfter,
        @DefaultValue("5") int decidedAfter,
        @DefaultValue("90d") Duration escalatedAfter,
        @DefaultValue("180d") Duration endedAfter) {}
