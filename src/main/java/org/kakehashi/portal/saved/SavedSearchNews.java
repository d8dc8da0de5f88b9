package org.kakehashi.portal.saved;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kakehashi.portal.PublishedSeeds;
import org.kakehashi.portal.search.PortalIndex;
import org.kakehashi.portal.search.SeedSearch;
import org.kakehashi.registry.Seed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails what is new, each search once a day and in a transaction of its own; nodes share the work. */
@Component
class SavedSearchNews {

    private static final Logger LOG = LoggerFactory.getLogger(SavedSearchNews.class);
    private static final int SHOWN = 10;

    private final SavedSearches searches;
    private final SavedSearchLetters letters;
    private final SavedSearchSettings settings;
    private final SeedSearch search;
    private final PortalIndex index;
    private final PublishedSeeds seeds;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SavedSearchNews(
            SavedSearches searches,
            SavedSearchLetters letters,
            SavedSearchSettings settings,
            SeedSearch search,
            PortalIndex index,
            PublishedSeeds seeds,
            TransactionTemplate transaction,
            Clock clock) {
        this.searches = searches;
        this.letters = letters;
        this.settings = settings;
        this.search = search;
        this.index = index;
        this.seeds = seeds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where the index does not answer, what is due waits for the next time. */
    @Scheduled(cron = "${kakehashi.portal.saved-searches.look:0 5/20 * * * *}", zone = "Asia/Tokyo")
    void mailDue() {
        if (!index.isWhole()) {
            return;
        }
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> mailNext()))) {}
        } catch (RuntimeException e) {
            LOG.warn("News of saved searches wait: {}", e.toString());
        }
    }

    private boolean mailNext() {
        return searches.due()
                .map(due -> {
                    Instant until = clock.instant().minus(settings.settles());
                    SeedSearch.News news = search.news(due.search().query(), due.toldUntil(), until, SHOWN);
                    List<Seed> shown = seeds.numbered(news.numbers());
                    if (!shown.isEmpty()) {
                        letters.news(due.search(), shown, news.total(), searches.link(due.search()));
                    }
                    searches.told(due.search(), until.isAfter(due.toldUntil()) ? until : due.toldUntil());
                    return true;
                })
                .orElse(false);
    }
}
