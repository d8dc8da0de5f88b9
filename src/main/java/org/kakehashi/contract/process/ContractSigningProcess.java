package org.kakehashi.contract.process;

/** What the process {@code contract-signing} and its callers agree on. */
public final class ContractSigningProcess {

    public static final String KEY = "contract-signing";

    private ContractSigningProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String DRAFT_CONTRACT = "Task_DraftContract";
        public static final String REVIEW_DRAFT = "Task_ReviewDraft";
        public static final String RECORD_SIGNATURE = "Task_RecordSignature";
        public static final String CONFIRM_SCAN = "Task_ConfirmScan";
        public static final String FILE_REGISTRATION = "Task_FileRegistration";
        public static final String RECORD_RECEIPT = "Task_RecordReceipt";
        public static final String REPORT_CONCLUSION = "Task_ReportConclusion";
        public static final String CONFIRM_CONCLUSION = "Task_ConfirmConclusion";

        private Elements() {}
    }

    /** In: the case and its licensee's adviser. */
    public static final class Variables {
        public static final String CASE_NUMBER = "caseNumber";
        public static final String LICENSEE_ADVISER = "licenseeAdviser";
        public static final String DRAFT_VERDICT = "draftVerdict";
        public static final String SIDE = "side";
        public static final String SIGNED = "signed";
        public static final String SCAN = "scan";
        public static final String CONTRACT_NUMBER = "contractNumber";
        public static final String REGISTRATION_NEEDED = "registrationNeeded";
        public static final String COUNTS = "counts";

        private Variables() {}
    }

    /** Messages by name. */
    public static final class Messages {
        public static final String SIDE_ANSWERED = "${side}-answered";
        public static final String REGISTRATION_RECEIVED = "registration-received";

        private Messages() {}
    }

    /** Errors by code. */
    public static final class Errors {
        public static final String CASE_ENDED = "case-ended";
        public static final String LICENCE_OVERLAPS = "licence-overlaps";

        private Errors() {}
    }
}
