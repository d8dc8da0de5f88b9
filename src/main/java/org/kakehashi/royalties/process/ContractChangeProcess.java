package org.kakehashi.royalties.process;

/** The names that {@code contract-change.bpmn} and its code share. Its business key is the contract's number. */
public final class ContractChangeProcess {

    public static final String KEY = "contract-change";

    private ContractChangeProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String PROPOSE_AMENDMENT = "Task_ProposeAmendment";
        public static final String PROPOSE_RENEWAL = "Task_ProposeRenewal";
        public static final String PROPOSE_TERMINATION = "Task_ProposeTermination";
        public static final String PROPOSE_ASSIGNMENT = "Task_ProposeAssignment";
        public static final String DECIDE_CHANGE = "Task_DecideChange";

        private Elements() {}
    }

    /** In: which change of what kind. */
    public static final class Variables {
        public static final String CHANGE_ID = "changeId";
        public static final String CHANGE_KIND = "changeKind";
        public static final String AGREED = "agreed";

        private Variables() {}
    }
}
