package org.kakehashi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.jupiter.api.Test;
import org.kakehashi.portal.SeedQuery.Order;

class SeedQueryTest {

    @Test
    void anAddressSaysAllOfASearch() {
        SeedQuery query = SeedQuery.everything()
                .saying("固体 & \"cell\"")
                .toggle(Facet.PREFECTURE, "JP-13")
                .toggle(Facet.PREFECTURE, "JP-27")
                .toggle(Facet.IPC, "H01M 10")
                .toggle(Facet.LUMP_SUM, "NOT_SPECIFIED")
                .sorted(Order.NEWEST)
                .at(3);
        assertThat(SeedQuery.of(parameters(query.address()))).isEqualTo(query);
    }

    @Test
    void aNewChoiceBeginsAtTheFirstPage() {
        assertThat(SeedQuery.everything().at(7).toggle(Facet.FIELD, "OPTICS").page())
                .isEqualTo(1);
    }

    @Test
    void aValueChosenTwiceIsNoLongerChosen() {
        assertThat(SeedQuery.everything().toggle(Facet.FIELD, "OPTICS").toggle(Facet.FIELD, "OPTICS"))
                .isEqualTo(SeedQuery.everything());
    }

    @Test
    void whatMeansNothingNarrowsNothing() {
        assertThat(SeedQuery.of(parameters("q=&page=-5&sort=sideways&prefecture=nowhere&ipc=Z&unknown=1&royalty=")))
                .isEqualTo(SeedQuery.everything());
        assertThat(SeedQuery.of(parameters("page=99999999999")).page()).isEqualTo(1);
    }

    private static Map<String, String[]> parameters(String address) {
        var parameters = new LinkedHashMap<String, String[]>();
        Stream.of(address.split("&"))
                .map(each -> each.split("=", 2))
                .forEach(each -> parameters.merge(
                        each[0],
                        new String[] {URLDecoder.decode(each.length > 1 ? each[1] : "", StandardCharsets.UTF_8)},
                        ArrayUtils::addAll));
        return parameters;
    }
}
