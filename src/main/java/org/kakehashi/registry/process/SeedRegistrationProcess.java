package org.kakehashi.registry.process;

/** The names that {@code seed-registration.bpmn} and its code share. */
public final class SeedRegistrationProcess {

    public static final String KEY = "seed-registration";

    private SeedRegistrationProcess() {}

    public static final class Elements {
        public static final String CHECK_REGISTRATION = "Task_CheckRegistration";
        public static final String COMPLETE_REGISTRATION = "Task_CompleteRegistration";
        public static final String EVALUATE_SEED = "Task_EvaluateSeed";

        private Elements() {}
    }

    public static final class Variables {
        public static final String SEED_NUMBER = "seedNumber";
        public static final String RECORD_ADVISER = "recordAdviser";

        /** What the formal check says, a {@link CheckRegistration.Result}. */
        public static final String CHECK_RESULT = "checkResult";

        public static final String LICENSABLE = "licensable";

        /** Whether the seed was published in the end. */
        public static final String PUBLISHED = "published";

        private Variables() {}
    }
}
