package org.kakehashi.platform.imports.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.imports.Format;
import org.kakehashi.platform.imports.Imports;
import org.kakehashi.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Takes the file of the import page. It is a servlet of its own, as files here may be larger than anywhere else: they go
 * to the disk as they come.
 */
@Configuration(proxyBeanMethods = false)
class ImportUpload {

    static final String ADDRESS = "/imports/files";

    /** What the page shall say of an upload that was refused. */
    static final String REFUSED = "refused";

    @Bean
    ServletRegistrationBean<HttpServlet> importUploads(
            Imports imports,
            @Value("${kakehashi.data.folder}") Path dataFolder,
            @Value("${kakehashi.imports.largest-file:1GB}") DataSize largest)
            throws IOException {
        Path folder = Files.createDirectories(dataFolder.resolve("imports").toAbsolutePath());
        var registration = new ServletRegistrationBean<HttpServlet>(new Upload(imports, largest), ADDRESS);
        registration.setName("importUploads");
        registration.setMultipartConfig(new MultipartConfigElement(
                folder.toString(),
                largest.toBytes(),
                largest.toBytes() + DataSize.ofMegabytes(1).toBytes(),
                0));
        return registration;
    }

    private static final class Upload extends HttpServlet {

        private final transient Imports imports;
        private final long largestMegabytes;

        Upload(Imports imports, DataSize largest) {
            this.imports = imports;
            this.largestMegabytes = largest.toMegabytes();
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            try {
                response.sendRedirect("/imports/" + begin(request).id());
            } catch (Refusal e) {
                refuse(request, response, e.sentences());
            } catch (IllegalStateException e) {
                refuse(request, response, "The file is too large: it may have at most " + largestMegabytes + " MB.");
            } catch (IOException | ServletException e) {
                if (ExceptionUtils.getThrowableList(e).stream().noneMatch(ImportUpload::isOfRequest)) {
                    throw e;
                }
                refuse(request, response, "The file did not arrive whole: send it again.");
            }
        }

        private Imports.Job begin(HttpServletRequest request) throws IOException, ServletException {
            Part file = request.getPart("file");
            if (file == null || file.getSize() == 0) {
                throw Refusal.invalid("Choose a file, and one that is not empty.");
            }
            String source =
                    StringUtils.defaultString(request.getParameter("source")).strip();
            if (!source.matches(ImportSource.PATTERN)) {
                throw Refusal.invalid("The name of the source " + ImportSource.MESSAGE + ".");
            }
            var wanted = new Imports.Wanted(
                    StringUtils.defaultString(request.getParameter("kind")),
                    source,
                    request.getParameter("publish") != null,
                    true,
                    Format.CSV,
                    StringUtils.trimToNull(request.getParameter("charset")),
                    StringUtils.left(StringUtils.defaultString(file.getSubmittedFileName()), 200));
            try (InputStream body = file.getInputStream()) {
                return imports.start(wanted, body);
            } finally {
                file.delete();
            }
        }

        private static void refuse(HttpServletRequest request, HttpServletResponse response, @Nullable String why)
                throws ServletException, IOException {
            request.setAttribute(REFUSED, why);
            request.getRequestDispatcher("/imports/refused").forward(request, response);
        }
    }

    private static boolean isOfRequest(Throwable failure) {
        return failure.getClass().getName().contains("fileupload");
    }
}
