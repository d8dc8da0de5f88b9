package org.kakehashi.negotiation;

/** What has become of the times for a case's technical meeting. */
public sealed interface MeetingNews {

    String caseNumber();

    /** Both sides are asked which of the times suit them. @param offering counts the askings, from 1 */
    record Offered(String caseNumber, int offering) implements MeetingNews {}

    /** Both sides accept a time. @param sequence counts the changes, from 0 */
    record Fixed(String caseNumber, int sequence, MeetingSlot slot) implements MeetingNews {}

    /** The meeting that was fixed will not be held. */
    record Cancelled(String caseNumber, int sequence, MeetingSlot slot) implements MeetingNews {}
}
