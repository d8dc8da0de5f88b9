package org.kakehashi.negotiation;

import org.kakehashi.matching.Matching;
import org.kakehashi.platform.imports.Imports;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** After an import each record on its way looks for candidates once more, however many records came in. */
@Component
class ImportNews {

    private final Course course;
    private final Matching matching;
    private final ApplicationEventPublisher news;

    ImportNews(Course course, Matching matching, ApplicationEventPublisher news) {
        this.course = course;
        this.matching = matching;
        this.news = news;
    }

    /** A record shall look again, in a transaction of its own. */
    record LookAgain(String recordNumber) {}

    @ApplicationModuleListener
    void on(Imports.Ended ended) {
        course.recordsOnTheirWay().forEach(number -> news.publishEvent(new LookAgain(number)));
    }

    @ApplicationModuleListener
    void on(LookAgain wish) {
        matching.lookAgain(wish.recordNumber());
    }
}
