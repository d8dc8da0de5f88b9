package org.kakehashi.negotiation.process;

/** What the process {@code introduction} and its callers agree on. */
public final class IntroductionProcess {

    public static final String KEY = "introduction";

    private IntroductionProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String CONFIRM_MATCH = "Task_ConfirmMatch";
        public static final String PREPARE_SUMMARY = "Task_PrepareSummary";
        public static final String RECORD_CONSENT = "Task_RecordConsent";
        public static final String CONSENT_REMINDER = "BoundaryEvent_ConsentReminder";
        public static final String CONSENT_OVERDUE = "BoundaryEvent_ConsentOverdue";

        private Elements() {}
    }

    /** In: the first six; the confirming adviser is null where nobody need confirm. */
    public static final class Variables {
        public static final String CASE_NUMBER = "caseNumber";
        public static final String SEED_NUMBER = "seedNumber";
        public static final String NEED_NUMBER = "needNumber";
        public static final String LICENSOR_ADVISER = "licensorAdviser";
        public static final String LICENSEE_ADVISER = "licenseeAdviser";
        public static final String CONFIRMING_ADVISER = "confirmingAdviser";
        public static final String SIDE = "side";
        public static final String MATCH_CONFIRMED = "matchConfirmed";
        public static final String CONSENTS = "consents";

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
