package org.kakehashi.advisers.process;

/** The names that {@code adviser-dispatch.bpmn} and its code share. Its business key is the dispatch's id. */
public final class AdviserDispatchProcess {

    public static final String KEY = "adviser-dispatch";

    private AdviserDispatchProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String DECIDE_DISPATCH = "Task_DecideDispatch";
        public static final String CONFIRM_DISPATCH = "Task_ConfirmDispatch";
        public static final String RENEW_TERM = "Task_RenewTerm";

        private Elements() {}
    }

    /** Correlated by the dispatch's id. */
    public static final class Messages {
        public static final String HOST_ANSWERED = "host-answered";

        private Messages() {}
    }

    /** In: which dispatch. */
    public static final class Variables {
        public static final String DISPATCH_ID = "dispatchId";
        public static final String APPROVED = "approved";
        public static final String CONFIRMED = "confirmed";
        public static final String RENEWED = "renewed";

        private Variables() {}
    }
}
