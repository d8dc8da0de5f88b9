package org.kakehashi.portal.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.portal.search.Highlights;
import org.kakehashi.portal.search.Highlights.Piece;
import org.springframework.stereotype.Component;

/** Tells pages, and by them those who hear a page read, in which language a registrant's text is. */
@Component
class PortalText {

    public String language(@Nullable String text) {
        return Highlights.language(text == null ? "" : text);
    }

    public String language(List<Piece> pieces) {
        return language(pieces.stream().map(Piece::text).collect(Collectors.joining()));
    }
}
