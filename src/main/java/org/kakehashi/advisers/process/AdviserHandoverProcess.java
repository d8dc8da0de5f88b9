package org.kakehashi.advisers.process;

/** The names that {@code adviser-handover.bpmn} and its code share. Its business key is the handover's id. */
public final class AdviserHandoverProcess {

    public static final String KEY = "adviser-handover";

    private AdviserHandoverProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String PLAN_HANDOVER = "Task_PlanHandover";
        public static final String ACCEPT_CASES = "Task_AcceptCases";

        private Elements() {}
    }

    /** In: which handover. */
    public static final class Variables {
        public static final String HANDOVER_ID = "handoverId";
        public static final String SUCCESSOR = "successor";
        public static final String LEFT = "left";

        private Variables() {}
    }
}
