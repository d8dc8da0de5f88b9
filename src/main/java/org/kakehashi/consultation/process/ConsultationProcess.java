package org.kakehashi.consultation.process;

/** The names that {@code consultation.bpmn} and its code share. Its business key is the question's number. */
public final class ConsultationProcess {

    public static final String KEY = "consultation";

    private ConsultationProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String ANSWER_QUESTION = "Task_AnswerQuestion";

        private Elements() {}
    }

    /** What the process waits for. */
    public static final class Messages {
        public static final String ASKER_REPLIED = "asker-replied";

        private Messages() {}
    }

    /** In: which question. */
    public static final class Variables {
        public static final String CONSULTATION_NUMBER = "consultationNumber";

        /** The user who has the question; none where no adviser is engaged. */
        public static final String CONSULTANT = "consultant";

        /** Where the question goes: ASK_BACK or REFER, otherwise it is settled. */
        public static final String NEXT_STEP = "nextStep";

        private Variables() {}
    }
}
