package org.kakehashi.negotiation.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matching;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedAccess;
import org.kakehashi.needs.Needs;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Variables;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedAccess;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Takes the wish for a technology transfer, whoever brings it: refuses what is missing or wrong, sees that a record
 * starts once, and gives the process its record's number as business key.
 */
@Component
class TransferRequested implements ExecutionListener {

    private static final Set<String> TAKEN = Set.of(Variables.ORIGIN, Variables.SEED_NUMBER, Variables.NEED_NUMBER);

    private final Transfers transfers;
    private final Seeds seeds;
    private final SeedAccess seedAccess;
    private final Needs needs;
    private final NeedAccess needAccess;
    private final Matching matching;
    private final LicensingCases cases;

    TransferRequested(
            Transfers transfers,
            Seeds seeds,
            SeedAccess seedAccess,
            Needs needs,
            NeedAccess needAccess,
            Matching matching,
            LicensingCases cases) {
        this.transfers = transfers;
        this.seeds = seeds;
        this.seedAccess = seedAccess;
        this.needs = needs;
        this.needAccess = needAccess;
        this.matching = matching;
        this.cases = cases;
    }

    @Override
    public void notify(DelegateExecution execution) {
        List<String> faults = new ArrayList<>();
        new TreeSet<>(execution.getVariableNames())
                .stream()
                        .filter(name -> !TAKEN.contains(name))
                        .forEach(name -> faults.add("The variable " + name + " is not known here."));
        Transfer.Origin origin = origin(execution, faults);
        String seed = number(execution, Variables.SEED_NUMBER, origin != Transfer.Origin.NEED, faults);
        String need = number(execution, Variables.NEED_NUMBER, origin != Transfer.Origin.SEED, faults);
        if (!seed.isEmpty()) {
            checkSeed(seed, origin, faults);
        }
        if (!need.isEmpty()) {
            checkNeed(need, faults);
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        String record =
                switch (origin) {
                    case SEED -> seed;
                    case NEED -> need;
                    case INTRODUCTION -> introduced(seed, need);
                };
        transfers.enter(origin, record, execution.getProcessBusinessKey());
        execution.setProcessBusinessKey(record);
        execution.setVariable(Variables.RECORD_NUMBER, record);
    }

    private String introduced(String seed, String need) {
        Match match = matching.introduced(seed, need);
        cases.ofMatch(match.number()).ifPresent(present -> {
            throw Refusal.conflict(seed + " and " + need + " have met already, in case " + present.number() + ".");
        });
        return match.number();
    }

    private static Transfer.Origin origin(DelegateExecution execution, List<String> faults) {
        Object given = execution.getVariable(Variables.ORIGIN);
        Optional<Transfer.Origin> origin = Arrays.stream(Transfer.Origin.values())
                .filter(value -> value.name().equals(given))
                .findFirst();
        if (origin.isEmpty()) {
            faults.add("The variable origin must be SEED, NEED or INTRODUCTION"
                    + (given == null ? "." : ", not \"" + given + "\"."));
        }
        return origin.orElse(Transfer.Origin.INTRODUCTION);
    }

    private static String number(DelegateExecution execution, String name, boolean wanted, List<String> faults) {
        Object given = execution.getVariable(name);
        if (given instanceof String number && wanted) {
            return number;
        }
        if (wanted) {
            faults.add("The variable " + name + " is missing: give a number as text.");
        } else if (given != null) {
            faults.add("The variable " + name + " does not belong to this origin.");
        }
        return "";
    }

    private void checkSeed(String number, Transfer.Origin origin, List<String> faults) {
        Optional<Seed> seed = seeds.findById(number)
                .filter(origin == Transfer.Origin.INTRODUCTION ? seedAccess::mayRead : seedAccess::mayChange);
        if (seed.isEmpty()) {
            faults.add("The variable seedNumber is wrong: there is no seed " + number + ".");
        } else if (seed.get().status() == Seed.Status.WITHDRAWN || seed.get().status() == Seed.Status.NOT_LICENSABLE) {
            faults.add("The variable seedNumber is wrong: seed " + number + " has left the programme.");
        }
    }

    private void checkNeed(String number, List<String> faults) {
        Optional<Need> need = needs.findById(number).filter(needAccess::includes);
        if (need.isEmpty()) {
            faults.add("The variable needNumber is wrong: there is no need " + number + ".");
        } else if (need.get().status() == Need.Status.CLOSED) {
            faults.add("The variable needNumber is wrong: need " + number + " is closed.");
        }
    }
}
