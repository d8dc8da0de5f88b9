package org.kakehashi.negotiation;

import java.util.List;
import org.kakehashi.matching.Matching;
import org.kakehashi.platform.imports.Imports;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * After an import each record on its way looks for candidates once more, however many records came in: a few at a
 * time and one after the other, so that other news are not kept waiting.
 */
@Component
class ImportNews {

    private static final int AT_ONCE = 10;

    private final Course course;
    private final Matching matching;
    private final ApplicationEventPublisher news;

    ImportNews(Course course, Matching matching, ApplicationEventPublisher news) {
        this.course = course;
        this.matching = matching;
        this.news = news;
    }

    /** The records of higher numbers shall look again. */
    record LookAgain(String after) {}

    @ApplicationModuleListener
    void on(Imports.Ended ended) {
        lookAgain("");
    }

    @ApplicationModuleListener
    void on(LookAgain rest) {
        lookAgain(rest.after());
    }

    private void lookAgain(String after) {
        List<String> next = course.recordsOnTheirWay().stream()
                .filter(number -> number.compareTo(after) > 0)
                .sorted()
                .limit(AT_ONCE)
                .toList();
        next.forEach(matching::lookAgain);
        if (next.size() == AT_ONCE) {
            news.publishEvent(new LookAgain(next.get(AT_ONCE - 1)));
        }
    }
}
