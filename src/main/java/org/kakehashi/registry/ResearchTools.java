package org.kakehashi.registry;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which seeds are research tools, and on what conditions. Of an unpublished application none of it is shown outside. */
@Component
@Transactional
public class ResearchTools {

    private final ResearchToolTable tools;
    private final Seeds seeds;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final CurrentUser user;
    private final Clock clock;

    ResearchTools(
            ResearchToolTable tools,
            Seeds seeds,
            Journal journal,
            ApplicationEventPublisher news,
            CurrentUser user,
            Clock clock) {
        this.tools = tools;
        this.seeds = seeds;
        this.journal = journal;
        this.news = news;
        this.user = user;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ResearchTool> of(String seedNumber) {
        return tools.findById(seedNumber);
    }

    @Transactional(readOnly = true)
    public List<ResearchTool> of(Collection<String> seedNumbers) {
        return tools.findAllById(seedNumbers);
    }

    /** What the public may see: the conditions of a published seed whose application is published too. */
    @Transactional(readOnly = true)
    public Optional<ResearchTool> publicOf(Seed seed) {
        return seed.status() == Seed.Status.PUBLISHED && !seed.unpublished() ? of(seed.number()) : Optional.empty();
    }

    /** Makes the seed a research tool, or changes what is said of it. */
    public ResearchTool describe(String seedNumber, ResearchTool.Content content) {
        Seed seed = inProgramme(seedNumber);
        ResearchTool tool = tools.findById(seedNumber)
                .orElseGet(() -> tools.save(new ResearchTool(seedNumber, content, user.name(), clock.instant())));
        if (!tool.content().equals(content)) {
            tool.change(content, user.name(), clock.instant());
        }
        seed.describedAs(content.type());
        journal.note(seedNumber, "Described as a research tool", content.type().english());
        tell(seed);
        return tool;
    }

    /** The seed is a research tool no longer. */
    public void forget(String seedNumber) {
        Seed seed = inProgramme(seedNumber);
        tools.findById(seedNumber).ifPresent(tool -> {
            tools.delete(tool);
            seed.describedAs(null);
            journal.note(seedNumber, "No research tool any more", "");
            tell(seed);
        });
    }

    private Seed inProgramme(String seedNumber) {
        Seed seed = seeds.numbered(seedNumber);
        if (seed.status() == Seed.Status.WITHDRAWN || seed.status() == Seed.Status.NOT_LICENSABLE) {
            throw Refusal.conflict("Seed " + seedNumber + " has left the programme and cannot be changed.");
        }
        return seed;
    }

    private void tell(Seed seed) {
        if (seed.status() == Seed.Status.PUBLISHED) {
            news.publishEvent(new Seed.Changed(seed.number()));
        }
    }
}
