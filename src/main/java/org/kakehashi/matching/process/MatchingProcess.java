package org.kakehashi.matching.process;

/** What the process {@code matching} and its callers agree on. */
public final class MatchingProcess {

    public static final String KEY = "matching";

    private MatchingProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String FIND_CANDIDATES = "Task_FindCandidates";
        public static final String REVIEW_SHORTLIST = "Task_ReviewShortlist";
        public static final String REVIEW_REMINDER = "BoundaryEvent_ReviewReminder";
        public static final String REVIEW_OVERDUE = "BoundaryEvent_ReviewOverdue";
        public static final String MATCH_ACCEPTED = "EndEvent_MatchAccepted";
        public static final String NO_MATCH_ACCEPTED = "EndEvent_NoMatchAccepted";
        public static final String NO_CANDIDATES = "EndEvent_NoCandidates";

        private Elements() {}
    }

    /** In: the first two. Out: the last. */
    public static final class Variables {
        /** The seed or need whose counterparts are looked for. */
        public static final String RECORD_NUMBER = "recordNumber";

        public static final String RECORD_ADVISER = "recordAdviser";
        public static final String CANDIDATES_FOUND = "candidatesFound";
        public static final String MATCH_ACCEPTED = "matchAccepted";

        private Variables() {}
    }

    /** None. */
    public static final class Messages {
        private Messages() {}
    }

    /** None. */
    public static final class Errors {
        private Errors() {}
    }
}
