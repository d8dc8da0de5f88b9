package org.kakehashi.portal.saved;

import org.springframework.stereotype.Component;

/** Mails the news of saved searches in tests of other packages, as the clock does in the morning. */
@Component
public class MorningPost {

    private final SavedSearchNews news;

    MorningPost(SavedSearchNews news) {
        this.news = news;
    }

    public void goesOut() {
        news.mailDue();
    }
}
