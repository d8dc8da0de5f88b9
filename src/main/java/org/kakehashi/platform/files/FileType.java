package org.kakehashi.platform.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.io.FilenameUtils;

/** The types of file that a document may be. */
public enum FileType {
    PDF("application/pdf", "", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/presentation.xml", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "", "odt"),
    PNG("image/png", "", "png"),
    JPEG("image/jpeg", "", "jpg", "jpeg"),
    TIFF("image/tiff", "", "tif", "tiff"),
    TEXT("text/plain", "", "txt"),
    CSV("text/csv", "", "csv");

    private final String mediaType;
    private final String archiveEntry;
    private final List<String> extensions;

    FileType(String mediaType, String archiveEntry, String... extensions) {
        this.mediaType = mediaType;
        this.archiveEntry = archiveEntry;
        this.extensions = List.of(extensions);
    }

    /** The type that a file's name claims. */
    static Optional<FileType> named(String fileName) {
        String extension = FilenameUtils.getExtension(fileName).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** All types in words. */
    static String allInWords() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    public String mediaType() {
        return mediaType;
    }

    boolean isText() {
        return Set.of(TEXT, CSV).contains(this);
    }

    /** The entry by which an archive of this type is known; empty where the first bytes say it all. */
    String archiveEntry() {
        return archiveEntry;
    }
}
