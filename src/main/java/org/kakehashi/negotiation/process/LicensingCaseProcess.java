package org.kakehashi.negotiation.process;

/** What the process {@code licensing-case} and its callers agree on. */
public final class LicensingCaseProcess {

    public static final String KEY = "licensing-case";

    private LicensingCaseProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String NAME_ADVISERS = "Task_NameAdvisers";
        public static final String CONSENT_SAME_ADVISER = "Task_ConsentSameAdviser";
        public static final String NEGOTIATION = "SubProcess_Negotiation";
        public static final String CONCLUDED = "EndEvent_Concluded";
        public static final String NOT_CONCLUDED = "EndEvent_NotConcluded";

        private Elements() {}
    }

    /** In: the case, its seed and its need. Out: the outcome. */
    public static final class Variables {
        public static final String CASE_NUMBER = "caseNumber";
        public static final String SEED_NUMBER = "seedNumber";
        public static final String NEED_NUMBER = "needNumber";
        public static final String LICENSOR_ADVISER = "licensorAdviser";
        public static final String LICENSEE_ADVISER = "licenseeAdviser";
        public static final String SAME_ADVISER = "sameAdviser";
        public static final String CONFIRMING_ADVISER = "confirmingAdviser";
        public static final String EVALUATION_WANTED = "evaluationWanted";
        public static final String LICENCE_KIND = "licenceKind";
        public static final String CLEARED = "cleared";
        public static final String APPROVED = "approved";
        public static final String OUTCOME = "outcome";

        private Variables() {}
    }

    /** Messages by name. */
    public static final class Messages {
        public static final String PARTY_WITHDREW = "party-withdrew";
        public static final String PATENT_LAPSED = "patent-lapsed";

        private Messages() {}
    }

    /** Errors by code. */
    public static final class Errors {
        public static final String CASE_ENDED = "case-ended";
        public static final String ADVISER_MISSING = "adviser-missing";

        private Errors() {}
    }
}
