package org.kakehashi.contract.process;

/** The names that {@code research-tool-licence.bpmn} and its code share. Its business key is the licence's number. */
public final class ResearchToolLicenceProcess {

    public static final String KEY = "research-tool-licence";

    private ResearchToolLicenceProcess() {}

    /** The elements that code or tests name. */
    public static final class Elements {
        public static final String CONFIRM_TOOL_LICENCE = "Task_ConfirmToolLicence";

        private Elements() {}
    }

    /** In: which request. */
    public static final class Variables {
        public static final String LICENCE_NUMBER = "licenceNumber";

        /** Why the licence cannot be given, in words that the requester reads; empty where nothing stands against it. */
        public static final String OBSTACLE = "obstacle";

        private Variables() {}
    }

    /** What the model catches. */
    public static final class Errors {
        public static final String LICENCE_STANDS_AGAINST = "licence-stands-against";

        private Errors() {}
    }
}
