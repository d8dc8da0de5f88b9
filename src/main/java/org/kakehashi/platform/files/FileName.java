package org.kakehashi.platform.files;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.shared.Refusal;

/** Makes the name harmless under which a file was sent: no folders, nothing invisible, nothing a file system forbids. */
final class FileName {

    private static final int LONGEST = 120;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*]");

    private FileName() {}

    /** @throws Refusal where nothing of the name is left */
    static String harmless(String sent) {
        String bare =
                FOLDERS.matcher(Normalizer.normalize(sent, Normalizer.Form.NFC)).replaceFirst("");
        String name = StringUtils.stripStart(FORBIDDEN.matcher(bare).replaceAll(""), ". ")
                .strip();
        if (name.isEmpty()) {
            throw Refusal.invalid("Give the file a name.");
        }
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : StringUtils.left(name.substring(dot), 10);
        return StringUtils.left(name, LONGEST).length() == name.length()
                ? name
                : StringUtils.left(name, LONGEST - extension.length()) + extension;
    }
}
