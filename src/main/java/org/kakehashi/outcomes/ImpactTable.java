package org.kakehashi.outcomes;

import org.springframework.data.jpa.repository.JpaRepository;

interface ImpactTable extends JpaRepository<EconomicImpact, EconomicImpact.Id> {}
