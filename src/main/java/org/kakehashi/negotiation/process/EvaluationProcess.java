package org.kakehashi.negotiation.process;

/** What the process {@code evaluation} and its callers agree on. */
public final class EvaluationProcess {

    public static final String KEY = "evaluation";

    private EvaluationProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String AGREE_EVALUATION = "Task_AgreeEvaluation";
        public static final String RECORD_EVALUATION_RESULT = "Task_RecordEvaluationResult";
        public static final String EVALUATION_ENDS_SOON = "BoundaryEvent_EvaluationEndsSoon";
        public static final String EVALUATION_OVER = "BoundaryEvent_EvaluationOver";

        private Elements() {}
    }

    /** In: the first five. */
    public static final class Variables {
        public static final String CASE_NUMBER = "caseNumber";
        public static final String SEED_NUMBER = "seedNumber";
        public static final String NEED_NUMBER = "needNumber";
        public static final String LICENSOR_ADVISER = "licensorAdviser";
        public static final String LICENSEE_ADVISER = "licenseeAdviser";
        public static final String EVALUATION_RESULT = "evaluationResult";

        private Variables() {}
    }

    /** None. */
    public static final class Messages {
        private Messages() {}
    }

    /** Errors by code. */
    public static final class Errors {
        public static final String CASE_ENDED = "case-ended";

        private Errors() {}
    }
}
