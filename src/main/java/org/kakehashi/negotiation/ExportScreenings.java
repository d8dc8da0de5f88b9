package org.kakehashi.negotiation;

import org.springframework.data.jpa.repository.JpaRepository;

/** The export-control screenings, by case. */
public interface ExportScreenings extends JpaRepository<ExportScreening, String> {}
