package org.kakehashi.negotiation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;

/** The running processes of the module: who starts one, and what they are told. */
public interface Course {

    /** Starts the transfer of a record, or of an introduction made elsewhere. */
    void start(Transfer.Origin origin, @Nullable String seedNumber, @Nullable String needNumber, @Nullable String key);

    /** Whether a transfer of the record runs that can take up cases. */
    boolean isOnItsWay(String recordNumber);

    /** The seeds and needs whose transfers run. */
    List<String> recordsOnTheirWay();

    /** @return false where no transfer of the record takes the case up */
    boolean matchAccepted(String recordNumber, LicensingCase opened);

    /** @return false where nothing waits for that side's answer on that occasion */
    boolean answered(String caseNumber, Occasion occasion, Side side);

    /** The side's adviser is another one now: the processes and the open tasks of the side learn of it. */
    void handed(LicensingCase licensingCase, Side side, @Nullable String before, String now);

    /** The record's adviser is another one now: its processes and open tasks learn of it. */
    void handed(String recordNumber, String before, String now);

    /** @return false where the case cannot end that way just now */
    boolean partyWithdrew(String caseNumber);

    /** @return false where the case cannot end that way just now */
    boolean patentLapsed(String caseNumber);

    /** @return false where the record does not wait for candidates just now */
    boolean candidatesChanged(String recordNumber);

    /** @return false where the record's transfer runs but cannot end just now */
    boolean recordClosed(String recordNumber);
}
