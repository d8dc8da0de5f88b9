package org.kakehashi.platform.security;

/** The groups of the engine's users, which are the roles of the product. */
public final class Roles {

    public static final String ADVISERS = "advisers";
    public static final String REGISTRARS = "registrars";
    public static final String LEGAL = "legal";
    public static final String MANAGERS = "managers";
    public static final String SUPERVISORS = "supervisors";
    public static final String INTEGRATORS = "integrators";
    /** Programs that read the metrics, and nothing else. */
    public static final String MONITORS = "monitors";

    public static final String ADMINISTRATORS = "camunda-admin";

    private Roles() {}
}
