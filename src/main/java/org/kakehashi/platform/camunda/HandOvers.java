package org.kakehashi.platform.camunda;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.People;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Lets a task be handed only to somebody who could have claimed it, and says so in the timeline. */
@Component
class HandOvers {

    private final IdentityService identities;
    private final People people;
    private final Journal journal;

    HandOvers(IdentityService identities, People people, Journal journal) {
        this.identities = identities;
        this.people = people;
        this.journal = journal;
    }

    void check(DelegateTask task, String person) {
        Set<String> candidates = new TreeSet<>();
        for (IdentityLink link : task.getCandidates()) {
            if (link.getUserId() != null) {
                candidates.add(link.getUserId());
            } else {
                identities
                        .createUserQuery()
                        .memberOfGroup(link.getGroupId())
                        .list()
                        .forEach(member -> candidates.add(member.getId()));
            }
        }
        if (!candidates.contains(person)) {
            throw Refusal.invalid("%s cannot take this task. Choose one of: %s."
                    .formatted(person, StringUtils.abbreviate(String.join(", ", candidates), 300)));
        }
    }

    void note(DelegateTask task, String person) {
        journal.note(
                (String) task.getVariableLocal("caseNumber"),
                "Task handed over",
                "“%s” is for %s now."
                        .formatted(task.getName(), people.names(List.of(person)).get(person)));
    }
}
