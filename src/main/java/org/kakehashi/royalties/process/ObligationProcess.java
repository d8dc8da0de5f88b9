package org.kakehashi.royalties.process;

import java.util.List;

/** The names that {@code obligation.bpmn} and its code share. Its business key is the obligation's number. */
public final class ObligationProcess {

    public static final String KEY = "obligation";

    private ObligationProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String RECORD_STATEMENT = "Task_RecordStatement";
        public static final String RECORD_PAYMENT = "Task_RecordPayment";
        public static final String RECORD_DEED = "Task_RecordDeed";
        public static final String RECORD_AUDIT = "Task_RecordAudit";

        static final List<String> TASKS = List.of(RECORD_STATEMENT, RECORD_PAYMENT, RECORD_DEED, RECORD_AUDIT);

        private Elements() {}
    }

    /** In: the obligation and what settles it. */
    public static final class Variables {
        public static final String OBLIGATION_NUMBER = "obligationNumber";
        public static final String DEMAND = "demand";
        public static final String PAID = "paid";

        private Variables() {}
    }

    /** Messages by name. */
    public static final class Messages {
        public static final String OBLIGATION_CLOSED = "obligation-closed";
        public static final String STATEMENT_SUBMITTED = "statement-submitted";

        private Messages() {}
    }
}
