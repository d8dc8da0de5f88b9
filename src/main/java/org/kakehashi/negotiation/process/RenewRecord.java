package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.needs.Needs;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** A registrar renews a record for a year, or closes it. */
@Component
class RenewRecord implements UserTaskForm<RenewRecord.Answer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    record Facts(
            String number, String title, String organisation, LocalDate renewalDue, List<CaseSheet.Entry> history) {}

    record Answer(
            @NotNull(message = "must be yes or no") Boolean renewed,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String reason) {}

    private final Transfers transfers;
    private final Seeds seeds;
    private final SeedRegistration registration;
    private final Needs needs;
    private final NeedHearing hearing;
    private final Organisations organisations;
    private final Journal journal;
    private final Clock clock;

    RenewRecord(
            Transfers transfers,
            Seeds seeds,
            SeedRegistration registration,
            Needs needs,
            NeedHearing hearing,
            Organisations organisations,
            Journal journal,
            Clock clock) {
        this.transfers = transfers;
        this.seeds = seeds;
        this.registration = registration;
        this.needs = needs;
        this.hearing = hearing;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        return new TaskCard(recordNumber(task), facts(task).title(), "Renewal");
    }

    @Override
    public Facts facts(DelegateTask task) {
        String number = recordNumber(task);
        LocalDate due = transfers.renewalDue(number);
        if (isSeed(task)) {
            Seed seed = seeds.numbered(number);
            return new Facts(number, seed.title(), name(seed.organisationId()), due, history(number));
        }
        Need need = needs.numbered(number);
        return new Facts(number, need.title(), name(need.organisationId()), due, history(number));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = recordNumber(task);
        if (answer.renewed()) {
            transfers.renew(number);
            if (isSeed(task)) {
                registration.renew(number);
            } else {
                journal.note(number, "Need renewed", "");
            }
        } else {
            if (StringUtils.isBlank(answer.reason())) {
                throw Refusal.invalid("Say why the record is closed.");
            }
            if (isSeed(task)) {
                registration.withdraw(number, answer.reason().strip(), false);
            } else {
                hearing.close(number, answer.reason().strip());
            }
        }
        task.setVariable(Variables.RENEWED, answer.renewed());
    }

    private static String recordNumber(DelegateTask task) {
        return (String) task.getVariable(Variables.RECORD_NUMBER);
    }

    private static boolean isSeed(DelegateTask task) {
        return Transfer.Origin.SEED.name().equals(task.getVariable(Variables.ORIGIN));
    }

    private String name(UUID organisation) {
        return organisations.findById(organisation).map(Organisation::name).orElse("");
    }

    private List<CaseSheet.Entry> history(String number) {
        return journal.of(number).stream()
                .map(entry -> new CaseSheet.Entry(
                        TIME.format(entry.at().atZone(clock.getZone())),
                        entry.actorName(),
                        entry.event(),
                        entry.text()))
                .toList();
    }
}
