package org.kakehashi.shared;

/** A commercial condition as an owner states it: to leave it open is not to say no. */
public enum ThreeValued {
    YES,
    NO,
    NOT_SPECIFIED
}
