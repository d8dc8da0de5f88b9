package org.kakehashi.negotiation;

import org.springframework.data.jpa.repository.JpaRepository;

/** The confidentiality agreements, by case. */
public interface Ndas extends JpaRepository<Nda, String> {}
