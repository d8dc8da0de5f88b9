package org.kakehashi.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.shared.Refusal;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The files that come with a question. */
final class Attachments {

    private Attachments() {}

    /**
     * Receives and judges the files, hands them on, and deletes what lay on disk.
     *
     * @throws Refusal where there are too many, or one is empty, too large or not what its name says
     */
    static <T> T of(HttpServletRequest request, Function<List<ReceivedFile>, T> taker) {
        List<ReceivedFile> received = new ArrayList<>();
        try {
            for (MultipartFile file : sent(request)) {
                try (InputStream content = file.getInputStream()) {
                    received.add(ReceivedFile.receive(StringUtils.defaultString(file.getOriginalFilename()), content));
                }
            }
            return taker.apply(received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            received.forEach(Attachments::discard);
        }
    }

    private static List<MultipartFile> sent(HttpServletRequest request) {
        try {
            var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
            List<MultipartFile> files = parts == null
                    ? List.of()
                    : parts.getFiles("files").stream()
                            .filter(file -> StringUtils.isNotEmpty(file.getOriginalFilename()))
                            .toList();
            if (files.size() > Consultations.MOST_FILES) {
                throw Refusal.invalid("A question takes along at most " + Consultations.MOST_FILES + " files.");
            }
            return files;
        } catch (MaxUploadSizeExceededException e) {
            throw Refusal.invalid("The files are too large: each has at most 5 MB.");
        }
    }

    private static void discard(ReceivedFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
