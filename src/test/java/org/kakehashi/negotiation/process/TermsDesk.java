package org.kakehashi.negotiation.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.kakehashi.Desk;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.OfferAnswer;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.negotiation.TermsFixture;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Elements;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Side;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Drives a case through its terms and their approval, as a licensing case calls them. */
@Component
public class TermsDesk {

    public static final String LICENSOR_ADVISER = CaseFixture.LICENSOR_ADVISER;
    public static final String LICENSEE_ADVISER = CaseFixture.LICENSEE_ADVISER;

    private static final String AROUND = "terms-and-approval";
    private static final String SIDE_ENDS = "ended-without-contract";

    private final RepositoryService models;
    private final RuntimeService processes;
    private final TaskService tasks;
    private final Desk desk;
    private final CaseFixture cases;

    TermsDesk(RepositoryService models, RuntimeService processes, TaskService tasks, Desk desk, CaseFixture cases) {
        this.models = models;
        this.processes = processes;
        this.tasks = tasks;
        this.desk = desk;
        this.cases = cases;
    }

    /** A case that has come to its terms. */
    public String openTerms() {
        deployAround();
        String number = cases.open().number();
        processes.startProcessInstanceByKey(AROUND, number, Map.of(Variables.CASE_NUMBER, number));
        return number;
    }

    /** A case whose parties have agreed on these terms. */
    String agreed(Terms terms) {
        String number = openTerms();
        offer(number, entry(terms));
        accept(number);
        return number;
    }

    public void offer(String number) {
        offer(number, TermsFixture.entry(Map.of()));
    }

    void offer(String number, Map<String, ?> terms) {
        as(LICENSOR_ADVISER, Elements.DRAFT_OFFER, number, Map.of("terms", terms, "comment", "Our usual terms"));
    }

    /** Counters with another upfront payment, as the side whose move it is. */
    public void counter(String number, int upfrontYen) {
        counter(number, TermsFixture.entry(Map.of("upfrontYen", upfrontYen)));
    }

    void counter(String number, Map<String, ?> terms) {
        answer(number, Map.of("decision", "COUNTER", "terms", terms, "comment", "Too dear"));
    }

    void accept(String number) {
        answer(number, Map.of("decision", "ACCEPT"));
    }

    void answer(String number, Map<String, ?> answer) {
        Task task = desk.task(number, Elements.ANSWER_OFFER);
        as(task.getAssignee(), Elements.ANSWER_OFFER, number, answer);
    }

    void as(String user, String element, String number, Map<String, ?> answer) {
        as(user, () -> {
            desk.complete(desk.task(number, element), answer);
            return number;
        });
    }

    /** Decides on one of the open approvals. */
    void approve(String user, String number, Map<String, ?> answer) {
        as(user, () -> {
            desk.complete(approvals(number).get(0), answer);
            return number;
        });
    }

    List<Task> approvals(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(ApprovalProcess.Elements.APPROVE_TERMS)
                .list();
    }

    boolean isRunning(String number) {
        return processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                > 0;
    }

    static <T> T as(String user, Callable<T> deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
        try {
            return deed.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    static OfferAnswer accepting(int round, Side side) {
        return new OfferAnswer(round, side, OfferAnswer.Decision.ACCEPT, null, null, "");
    }

    static OfferAnswer countering(int round, Side side) {
        Terms terms = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "1", "1", "0");
        return new OfferAnswer(round, side, OfferAnswer.Decision.COUNTER, terms, null, "Too dear");
    }

    private static Map<String, Object> entry(Terms terms) {
        var entry = new HashMap<>(TermsFixture.entry(Map.of()));
        entry.put("licenceKind", String.valueOf(terms.licenceKind()));
        entry.put("upfrontYen", terms.upfrontYen());
        entry.put("royaltyPercent", terms.royaltyPercent());
        entry.put("minimumAnnualYen", terms.minimumAnnualYen());
        return entry;
    }

    private void deployAround() {
        if (models.createProcessDefinitionQuery().processDefinitionKey(AROUND).count() > 0) {
            return;
        }
        var model = Bpmn.createExecutableProcess(AROUND)
                .startEvent()
                .exclusiveGateway("Gateway_Terms")
                .callActivity("Call_Terms")
                .calledElement(TermNegotiationProcess.KEY)
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .camundaIn(Variables.CASE_NUMBER, Variables.CASE_NUMBER)
                .camundaOut(Variables.LICENCE_KIND, Variables.LICENCE_KIND)
                .callActivity("Call_Approval")
                .calledElement(ApprovalProcess.KEY)
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .camundaIn(Variables.CASE_NUMBER, Variables.CASE_NUMBER)
                .camundaOut(ApprovalProcess.Variables.APPROVED, ApprovalProcess.Variables.APPROVED)
                .exclusiveGateway("Gateway_Approved")
                .condition("no", "${!approved}")
                .connectTo("Gateway_Terms")
                .moveToNode("Gateway_Approved")
                .condition("yes", "${approved}")
                .endEvent("EndEvent_Approved")
                .moveToActivity("Call_Terms")
                .boundaryEvent("BoundaryEvent_CaseEnded")
                .error(TermNegotiationProcess.Errors.CASE_ENDED)
                .endEvent(SIDE_ENDS)
                .done();
        models.createDeployment().addModelInstance(AROUND + ".bpmn", model).deploy();
    }
}
