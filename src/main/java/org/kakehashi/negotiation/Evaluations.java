package org.kakehashi.negotiation;

import org.springframework.data.jpa.repository.JpaRepository;

/** The evaluations, by case. */
public interface Evaluations extends JpaRepository<Evaluation, String> {}
