package org.kakehashi.platform.security;

/** An account has another password or other groups, or is gone: who is signed in with it must do so again. */
public record AccountChanged(String user) {}
