package org.kakehashi.contract.process;

/** What the process {@code legal-clearance} and its callers agree on. */
public final class LegalClearanceProcess {

    public static final String KEY = "legal-clearance";

    private LegalClearanceProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String ASSESS_TERMS = "Task_AssessTerms";
        public static final String JUSTIFY_TERMS = "Task_JustifyTerms";
        public static final String DECIDE_BLOCK = "Task_DecideBlock";
        public static final String RECORD_CO_OWNER_CONSENT = "Task_RecordCoOwnerConsent";
        public static final String RECORD_FUNDING_APPROVAL = "Task_RecordFundingApproval";

        private Elements() {}
    }

    /** In: the case. Out: whether its terms are cleared; false sends them back to the parties. */
    public static final class Variables {
        public static final String CASE_NUMBER = "caseNumber";
        public static final String ANTITRUST = "antitrust";
        public static final String RETURNED_TO_TERMS = "returnedToTerms";
        public static final String OVERLAPS = "overlaps";
        public static final String CO_OWNER = "coOwner";
        public static final String FUNDING_APPROVED = "fundingApproved";
        public static final String CLEARED = "cleared";

        private Variables() {}
    }

    /** Errors by code. */
    public static final class Errors {
        public static final String CASE_ENDED = "case-ended";

        private Errors() {}
    }
}
