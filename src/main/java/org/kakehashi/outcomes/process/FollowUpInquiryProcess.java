package org.kakehashi.outcomes.process;

/** The names that {@code follow-up-inquiry.bpmn} and its code share. Its business key is the inquiry's number. */
public final class FollowUpInquiryProcess {

    public static final String KEY = "follow-up-inquiry";

    private FollowUpInquiryProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String AWAIT_ANSWER = "Task_AwaitAnswer";
        public static final String VISIT_LICENSEE = "Task_VisitLicensee";
        public static final String REVIEW_ANSWER = "Task_ReviewAnswer";

        private Elements() {}
    }

    /** In: the inquiry. */
    public static final class Variables {
        public static final String INQUIRY_NUMBER = "inquiryNumber";
        public static final String ADVISER = "adviser";
        public static final String KNOWN = "known";
        public static final String BELIEVABLE = "believable";
        public static final String LEARNED = "learned";

        private Variables() {}
    }

    /** Messages by name. */
    public static final class Messages {
        public static final String ANSWER_GIVEN = "answer-given";
        public static final String YEAR_CLOSED = "year-closed";

        private Messages() {}
    }
}
