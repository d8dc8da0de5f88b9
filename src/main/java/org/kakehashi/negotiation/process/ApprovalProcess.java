package org.kakehashi.negotiation.process;

/** What the process {@code approval} and its callers agree on. */
public final class ApprovalProcess {

    public static final String KEY = "approval";

    /** The decision that says how many managers approve. */
    public static final String POLICY = "approval-policy";

    private ApprovalProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String APPROVE_TERMS = "Task_ApproveTerms";

        private Elements() {}
    }

    /** In: the case's number. Out: whether all have approved. */
    public static final class Variables {
        public static final String CASE_NUMBER = "caseNumber";
        public static final String APPROVED = "approved";
        public static final String APPROVALS_REQUIRED = "approvalsRequired";
        public static final String APPROVAL_REASON = "approvalReason";

        private Variables() {}
    }
}
