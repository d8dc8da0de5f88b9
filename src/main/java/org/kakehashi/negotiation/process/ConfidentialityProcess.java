package org.kakehashi.negotiation.process;

/** What the process {@code confidentiality} and its callers agree on. */
public final class ConfidentialityProcess {

    public static final String KEY = "confidentiality";

    private ConfidentialityProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String PREPARE_NDA = "Task_PrepareNda";
        public static final String RECORD_NDA = "Task_RecordNda";
        public static final String SCREEN_EXPORT = "Task_ScreenExport";
        public static final String RECORD_EXPORT_PERMISSION = "Task_RecordExportPermission";
        public static final String HOLD_TECHNICAL_MEETING = "Task_HoldTechnicalMeeting";
        public static final String NDA_OVERDUE = "BoundaryEvent_NdaOverdue";

        private Elements() {}
    }

    /** In: the first five. Out: whether the licensee wants to evaluate. */
    public static final class Variables {
        public static final String CASE_NUMBER = "caseNumber";
        public static final String SEED_NUMBER = "seedNumber";
        public static final String NEED_NUMBER = "needNumber";
        public static final String LICENSOR_ADVISER = "licensorAdviser";
        public static final String LICENSEE_ADVISER = "licenseeAdviser";
        public static final String SIDE = "side";
        public static final String NDA_SIGNED = "ndaSigned";
        public static final String DISCLOSURE = "disclosure";
        public static final String RECIPIENT = "recipient";
        public static final String LISTED = "listed";
        public static final String CONCERN = "concern";
        public static final String EXPORT_RESULT = "exportResult";
        public static final String PERMISSION_GRANTED = "permissionGranted";
        public static final String EVALUATION_WANTED = "evaluationWanted";

        private Variables() {}
    }

    /** Messages by name. */
    public static final class Messages {
        public static final String SIDE_ANSWERED = "${side}-answered";

        private Messages() {}
    }

    /** Errors by code. */
    public static final class Errors {
        public static final String CASE_ENDED = "case-ended";

        private Errors() {}
    }
}
