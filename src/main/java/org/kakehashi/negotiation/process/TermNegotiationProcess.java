package org.kakehashi.negotiation.process;

/** What the process {@code term-negotiation} and its callers agree on. */
public final class TermNegotiationProcess {

    public static final String KEY = "term-negotiation";

    private TermNegotiationProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String DRAFT_OFFER = "Task_DraftOffer";
        public static final String ANSWER_OFFER = "Task_AnswerOffer";
        public static final String MEDIATE = "Task_Mediate";
        public static final String DECIDE_CONTINUATION = "Task_DecideContinuation";

        private Elements() {}
    }

    /** In: the case's number. Out: the kind of licence agreed on. */
    public static final class Variables {
        public static final String CASE_NUMBER = "caseNumber";
        public static final String LICENCE_KIND = "licenceKind";

        /** The side whose move it is, as models write it. */
        public static final String SIDE = "side";

        /** The number of the round whose answer the process waits for. */
        public static final String ROUND = "round";

        /** What has become of the newest offer. */
        public static final String OFFER_STATE = "offerState";

        public static final String HELP = "help";
        public static final String GOES_ON = "goesOn";

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
