package org.kakehashi.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;

/**
 * How one side signed.
 *
 * @param signer the person who signed for the company
 * @param email to which the link was sent; always there where it was signed by link
 * @param provider the signing service; only where one was used
 * @param recordedBy who told us
 * @param scan the signed paper; always there where the way is a scan
 * @param confirmedBy who compared the scan, always somebody else; none where nobody has yet
 */
public record Signature(
        Side side,
        Way way,
        String signer,
        @Nullable String email,
        @Nullable String provider,
        Instant at,
        String recordedBy,
        @Nullable Pinned scan,
        @Nullable String confirmedBy) {

    /** How an answer begins that tells of a signature; the signer's name and a full stop follow. */
    public static final String SIGNED_BY = "Signed by ";

    /** In which way a side may sign. */
    public enum Way {
        LINK("within the product, by personal link", "本システム上(個人用リンク)"),
        SERVICE("by a signing service", "電子署名サービス"),
        SCAN("on paper, scanned and confirmed by a second person", "書面(写しを第二の担当者が確認)"),
        PAPER("on paper, as reported to the programme", "書面(事業への報告による)");

        private final String english;
        private final String japanese;

        Way(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }

        public String english() {
            return english;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** Whether it counts: a scan counts once it is confirmed. */
    public boolean counts() {
        return way != Way.SCAN || confirmedBy != null;
    }
}
