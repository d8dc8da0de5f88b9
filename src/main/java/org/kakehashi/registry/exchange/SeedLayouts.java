package org.kakehashi.registry.exchange;

import java.util.List;
import org.kakehashi.platform.imports.Layout;

/** The ways to write seeds that are told apart; what fits none is read as the programme's own. */
public final class SeedLayouts {

    public static final List<Layout> ALL = List.of(
            new InpitTable(),
            new PatentscopeRecords(),
            new UsPatents(),
            new NasaTable(),
            new SbirAwards(),
            new St96Publications());

    private SeedLayouts() {}
}
