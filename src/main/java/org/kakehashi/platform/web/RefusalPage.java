package org.kakehashi.platform.web;

import org.kakehashi.shared.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Explains on a page what a page controller refuses. */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalPage {

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        return page(
                switch (refusal.kind()) {
                    case INVALID -> HttpStatus.BAD_REQUEST;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case CONFLICT -> HttpStatus.CONFLICT;
                },
                String.join(" ", refusal.reasons()));
    }

    @ExceptionHandler
    ModelAndView misspelt(MethodArgumentTypeMismatchException mismatch) {
        return page(
                HttpStatus.BAD_REQUEST,
                "\"" + mismatch.getValue() + "\" is not a value of \"" + mismatch.getName() + "\".");
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException upload) {
        return page(HttpStatus.BAD_REQUEST, Problems.TOO_LARGE);
    }

    static ModelAndView page(HttpStatus status, String reason) {
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("reason", reason);
        return page;
    }
}
