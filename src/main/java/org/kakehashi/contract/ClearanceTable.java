package org.kakehashi.contract;

import org.springframework.data.jpa.repository.JpaRepository;

interface ClearanceTable extends JpaRepository<Clearance, Clearance.Id> {}
