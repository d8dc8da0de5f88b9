package org.kakehashi.platform.privacy;

/** A column that says who did something, where this may be a person without an account, called by name. */
public record ActorColumn(String table, String column) {}
