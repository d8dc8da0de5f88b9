package org.kakehashi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.apache.commons.lang3.math.NumberUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Keeps programs from the forms that everybody may fill in, without asking anybody outside: by a field that nobody sees, by
 * the time that a person takes, and by how often one address may send. Whoever gets through still has to open a letter.
 */
@Component
@EnableConfigurationProperties(VisitorFormSettings.class)
public class VisitorForms {

    private final VisitorFormSettings settings;
    private final Allowance allowance;
    private final Clock clock;

    VisitorForms(VisitorFormSettings settings, Clock clock) {
        this.settings = settings;
        this.allowance = new Allowance(settings.submissions(), settings.per());
        this.clock = clock;
    }

    /** Why a form is not taken now; the names end the keys of the words that explain it. */
    public enum Hindrance {
        QUICK,
        OFTEN
    }

    /**
     * What the form's own part {@code visitor-parts :: guard} sends along.
     *
     * @param website what stands in the field that nobody sees
     * @param begun when the page was opened, in milliseconds
     */
    public record Marks(@Nullable String website, @Nullable String begun) {

        /** Programs fill in every field they find: they are thanked like everybody, and nothing is kept. */
        public boolean ofProgram() {
            return website != null && !website.isEmpty();
        }
    }

    /** When a page with a form is opened. */
    public String begun() {
        return String.valueOf(clock.millis());
    }

    /** Counts one more from the address where nothing hinders. */
    public Optional<Hindrance> hindrance(Marks marks, HttpServletRequest request) {
        long taken = clock.millis() - NumberUtils.toLong(marks.begun(), Long.MAX_VALUE);
        if (taken < settings.minimum().toMillis()) {
            return Optional.of(Hindrance.QUICK);
        }
        return allowance.take(request.getRemoteAddr()).isConsumed() ? Optional.empty() : Optional.of(Hindrance.OFTEN);
    }
}
