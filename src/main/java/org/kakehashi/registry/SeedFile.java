package org.kakehashi.registry;

import java.time.Instant;
import org.kakehashi.platform.files.FileType;

/**
 * A file that belongs to a seed.
 *
 * @param position counted from 1 in its seed
 * @param sha256 of its content, in hexadecimal digits
 * @param author the user or program that added it
 */
public record SeedFile(
        String seedNumber,
        int position,
        Kind kind,
        String name,
        FileType type,
        int bytes,
        String sha256,
        String author,
        Instant addedAt) {

    /** What a file is for. */
    public enum Kind {
        PICTURE("Picture", 5),
        ATTACHMENT("Attachment", 10),
        POWER_OF_ATTORNEY("Power of attorney", 10);

        private final String english;
        private final int megabytes;

        Kind(String english, int megabytes) {
            this.english = english;
            this.megabytes = megabytes;
        }

        public String english() {
            return english;
        }

        /** The most that a file of this kind has. */
        public int megabytes() {
            return megabytes;
        }

        boolean takes(FileType type) {
            return switch (this) {
                case PICTURE -> type == FileType.PNG || type == FileType.JPEG;
                case POWER_OF_ATTORNEY ->
                    type == FileType.PDF || type == FileType.PNG || type == FileType.JPEG || type == FileType.TIFF;
                case ATTACHMENT -> true;
            };
        }
    }

    public boolean isPicture() {
        return kind == Kind.PICTURE;
    }

    /** Such as {@code 340 kB}. */
    public String size() {
        return bytes < 1_000_000 ? Math.max(1, bytes / 1_000) + " kB" : "%.1f MB".formatted(bytes / 1_000_000.0);
    }
}
