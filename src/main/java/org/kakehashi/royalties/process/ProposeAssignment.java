package org.kakehashi.royalties.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.royalties.Proposal;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** A registrar proposes that another organisation takes a party's place, as all three have agreed. */
@Component
class ProposeAssignment extends ChangeForm<ProposeAssignment.Answer> {

    /** More would make the form slow: beyond it the successor is named. */
    private static final int LISTED = 500;

    record Answer(
            @NotNull(message = "must be chosen") Side side,
            @Nullable UUID successor,
            @Nullable String successorName,
            @NotNull(message = "must be a date") LocalDate effectiveOn,
            @Nullable String reason) {}

    /** An organisation that can be chosen. */
    record Choice(String label, UUID value) {}

    record Directory(@JsonUnwrapped Facts change, List<Choice> organisations, boolean cut) {}

    private final Organisations organisations;

    ProposeAssignment(ChangeDesk desk, Organisations organisations) {
        super(desk);
        this.organisations = organisations;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Object facts(DelegateTask task) {
        var listed = organisations.findAll(PageRequest.of(0, LISTED, Sort.by("name", "id")));
        return new Directory(
                sheet(task), listed.map(ProposeAssignment::choice).toList(), listed.getTotalElements() > LISTED);
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        propose(
                task,
                Proposal.assignment(
                        answer.effectiveOn(),
                        answer.side(),
                        successor(answer),
                        StringUtils.defaultString(answer.reason())));
    }

    private Organisation successor(Answer answer) {
        if (answer.successor() != null) {
            return organisations.owning(answer.successor());
        }
        String name = StringUtils.defaultString(answer.successorName()).strip();
        if (name.isEmpty()) {
            throw Refusal.invalid(
                    "Choose who takes the place of the " + answer.side().lower() + ".");
        }
        List<Organisation> named = organisations.search(null, null, name, PageRequest.of(0, 50)).stream()
                .filter(organisation ->
                        name.equalsIgnoreCase(organisation.name()) || name.equals(organisation.nameJa()))
                .toList();
        if (named.size() != 1) {
            throw Refusal.invalid(
                    named.isEmpty()
                            ? "The directory has no organisation with the name \"" + name + "\": enter it there first."
                            : "The directory has several organisations with the name \"" + name
                                    + "\": choose one from the list.");
        }
        return named.get(0);
    }

    private static Choice choice(Organisation organisation) {
        String seat = organisation.prefecture() == null
                ? "abroad"
                : organisation.prefecture().english();
        return new Choice(organisation.name() + ", " + seat, organisation.id());
    }
}
