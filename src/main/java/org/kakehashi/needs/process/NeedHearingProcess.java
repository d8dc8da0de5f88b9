package org.kakehashi.needs.process;

/** The names that {@code need-hearing.bpmn} and its code share. */
public final class NeedHearingProcess {

    public static final String KEY = "need-hearing";

    private NeedHearingProcess() {}

    public static final class Elements {
        public static final String ACKNOWLEDGE_NEED = "Task_AcknowledgeNeed";
        public static final String HEAR_NEED = "Task_HearNeed";

        private Elements() {}
    }

    public static final class Variables {
        public static final String NEED_NUMBER = "needNumber";
        public static final String RECORD_ADVISER = "recordAdviser";

        /** Whether the need was opened in the end. */
        public static final String OPENED = "opened";

        private Variables() {}
    }
}
