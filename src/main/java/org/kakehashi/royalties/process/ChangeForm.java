package org.kakehashi.royalties.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.royalties.Agreement;
import org.kakehashi.royalties.Change;
import org.kakehashi.royalties.Proposal;
import org.kakehashi.shared.Side;

/** A form about the change of a contract. */
abstract class ChangeForm<A> implements UserTaskForm<A> {

    private final ChangeDesk desk;

    ChangeForm(ChangeDesk desk) {
        this.desk = desk;
    }

    record Facts(
            String contractNumber,
            String caseNumber,
            String kind,
            String licensor,
            String licensee,
            String grant,
            String formula,
            List<Line> proposal) {}

    record Line(String what, String words) {}

    @Override
    public final TaskCard card(DelegateTask task) {
        Change change = desk.change(task);
        Contract contract = desk.contracts().of(change.contractNumber());
        return new TaskCard(
                contract.number(),
                desk.party(contract, Side.LICENSOR) + " → " + desk.party(contract, Side.LICENSEE),
                change.kind().english());
    }

    @Override
    public Object facts(DelegateTask task) {
        return sheet(task);
    }

    final Facts sheet(DelegateTask task) {
        Change change = desk.change(task);
        Contract contract = desk.contracts().of(change.contractNumber());
        return new Facts(
                contract.number(),
                contract.caseNumber(),
                change.kind().english(),
                desk.party(contract, Side.LICENSOR),
                desk.party(contract, Side.LICENSEE),
                contract.grant().described(),
                agreement(task).formula().described(),
                change.state() == Change.State.PROPOSED ? lines(change) : List.of());
    }

    final Change change(DelegateTask task) {
        return desk.change(task);
    }

    final Agreement agreement(DelegateTask task) {
        return desk.agreements().latest(desk.change(task).contractNumber());
    }

    final void propose(DelegateTask task, Proposal proposal) {
        desk.changes().propose(desk.change(task).getId(), proposal);
    }

    private static List<Line> lines(Change change) {
        Proposal proposal = change.proposal();
        List<Line> lines = new ArrayList<>();
        line("Reason", proposal.reason(), lines);
        line("Holds from", proposal.effectiveOn(), lines);
        line("Contract ends on", proposal.endsOn(), lines);
        line("Royalty, percent of net sales", proposal.percent(), lines);
        line("Royalty per unit", proposal.perUnit(), lines);
        line("Yearly minimum", proposal.minimumAnnual(), lines);
        line("Place of the", proposal.side() == null ? null : proposal.side().lower(), lines);
        line("Taken by", proposal.successor(), lines);
        line("Proposed by", change.proposedBy(), lines);
        return lines;
    }

    private static void line(String what, @Nullable Object words, List<Line> lines) {
        if (words != null) {
            lines.add(new Line(what, words.toString()));
        }
    }
}
