package org.kakehashi.negotiation.process;

/** What the process {@code technology-transfer} and its callers agree on. */
public final class TechnologyTransferProcess {

    public static final String KEY = "technology-transfer";

    private TechnologyTransferProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String ASSIGN_RECORD_ADVISER = "Task_AssignRecordAdviser";
        public static final String NAME_RECORD_ADVISER = "Task_NameRecordAdviser";
        public static final String RENEW_RECORD = "Task_RenewRecord";
        public static final String KEEP_MATCHING = "SubProcess_KeepMatching";
        public static final String RENEWAL_DUE = "Event_RenewalDue";

        private Elements() {}
    }

    /** In: the origin, and the seed, the need or both. */
    public static final class Variables {
        public static final String ORIGIN = "origin";
        public static final String SEED_NUMBER = "seedNumber";
        public static final String NEED_NUMBER = "needNumber";
        public static final String RECORD_NUMBER = "recordNumber";
        public static final String RECORD_ADVISER = "recordAdviser";
        public static final String CASE_NUMBER = "caseNumber";
        public static final String PUBLISHED = "published";
        public static final String OPENED = "opened";
        public static final String NEWS_ARRIVED = "newsArrived";
        public static final String RENEWED = "renewed";

        private Variables() {}
    }

    /** Messages by name. */
    public static final class Messages {
        public static final String MATCH_ACCEPTED = "match-accepted";
        public static final String CANDIDATES_CHANGED = "candidates-changed";
        public static final String RECORD_CLOSED = "record-closed";

        private Messages() {}
    }

    /** Errors by code. */
    public static final class Errors {
        public static final String ADVISER_MISSING = "adviser-missing";

        private Errors() {}
    }
}
