package org.kakehashi.royalties;

import java.time.Clock;
import java.util.Optional;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What licensees have stated themselves, of each report one submission, which they may correct until it is accepted. */
@Component
@Transactional
public class Submissions {

    private final SubmissionTable submissions;
    private final Statements statements;
    private final Obligations obligations;
    private final Contracts contracts;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    Submissions(
            SubmissionTable submissions,
            Statements statements,
            Obligations obligations,
            Contracts contracts,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.submissions = submissions;
        this.statements = statements;
        this.obligations = obligations;
        this.contracts = contracts;
        this.journal = journal;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Submission> find(String reportNumber) {
        return submissions.findById(reportNumber);
    }

    /**
     * Takes what a licensee states. The same again changes nothing.
     *
     * @param seen edition of the submission that the licensee had before its eyes; 0 where there was none
     * @throws Refusal where the report takes no statement (any more), or another one has come in meanwhile
     */
    public void submit(String contractNumber, String reportNumber, Usage usage, int seen) {
        obligations.lock(reportNumber);
        statements.compute(contractNumber, reportNumber, usage);
        Optional<Submission> before = find(reportNumber);
        if (before.filter(same -> same.usage().equals(usage)).isPresent()) {
            return;
        }
        if (before.map(Submission::edition).orElse(0) != seen) {
            throw Refusal.conflict(
                    "Another statement for this period has come in meanwhile: look at it, then correct it if need be.");
        }
        Submission submission =
                before.orElseGet(() -> new Submission(reportNumber, usage, user.name(), clock.instant()));
        submission.correct(usage, user.name(), clock.instant());
        submissions.saveAndFlush(submission);
        journal.note(
                contracts.of(contractNumber).caseNumber(),
                before.isPresent() ? "Statement corrected by the licensee" : "Statement sent by the licensee",
                "For " + reportNumber + ".");
        events.publishEvent(new Submission.Arrived(reportNumber));
    }
}
