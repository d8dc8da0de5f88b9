package org.kakehashi.negotiation;

import org.springframework.data.jpa.repository.JpaRepository;

/** The technical meetings, by case. */
public interface TechnicalMeetings extends JpaRepository<TechnicalMeeting, String> {}
