package org.kakehashi.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every failure below {@code /api} with a problem detail (RFC 9457) that says what to change, and never with
 * anything of the inside. Pages keep their error page.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    static final String TOO_LARGE = "The file is too large: it may have at most 50 MB.";
    private static final String UNIQUE = "23505";
    private static final String REFERENCE = "23503";
    private static final String UNSTORABLE = "22";

    /**
     * What is wrong with one place of the request.
     *
     * @param field path of the property or name of the parameter
     * @param message what to change
     */
    record Fault(String field, String message) {}

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> any(Exception failure, WebRequest request) throws Exception {
        Refusal refusal = ExceptionUtils.throwableOfType(failure, Refusal.class);
        if (refusal != null) {
            return answer(failure, status(refusal.kind()), sentence(refusal), List.of(), request);
        }
        if (failure instanceof AccessDeniedException) {
            return answer(failure, HttpStatus.FORBIDDEN, "You may not do this.", List.of(), request);
        }
        if (ExceptionUtils.hasCause(failure, OptimisticLockingFailureException.class)) {
            return answer(
                    failure,
                    HttpStatus.CONFLICT,
                    "Somebody else has changed this in the meantime: read it again, then repeat the change.",
                    List.of(),
                    request);
        }
        String state = sqlState(failure);
        if (state.equals(UNIQUE)) {
            return answer(failure, HttpStatus.CONFLICT, "A record with these keys exists already.", List.of(), request);
        }
        if (state.equals(REFERENCE)) {
            return answer(
                    failure,
                    HttpStatus.CONFLICT,
                    "This refers to a record that does not exist, or is still referred to.",
                    List.of(),
                    request);
        }
        if (state.startsWith(UNSTORABLE)) {
            return answer(
                    failure,
                    HttpStatus.BAD_REQUEST,
                    "The request holds a character or a number that cannot be stored.",
                    List.of(),
                    request);
        }
        if (isOwn(request)) {
            LOG.error("{} failed", request.getDescription(false), failure);
        }
        return answer(
                failure,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side; the operators find it in the log.",
                List.of(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(failure, faults(failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Fault> faults = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error ->
                                fault(String.valueOf(result.getMethodParameter().getParameterName()), error)))
                .toList();
        return invalid(failure, faults, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Refusal refusal = ExceptionUtils.throwableOfType(failure, Refusal.class);
        JsonMappingException mapping = ExceptionUtils.throwableOfType(failure, JsonMappingException.class);
        if (mapping != null && !mapping.getPath().isEmpty()) {
            String message = refusal == null ? message(mapping) : sentence(refusal);
            return invalid(failure, List.of(new Fault(path(mapping), message)), request);
        }
        JsonProcessingException unreadable = ExceptionUtils.throwableOfType(failure, JsonProcessingException.class);
        if (refusal != null) {
            return answer(failure, HttpStatus.BAD_REQUEST, sentence(refusal), List.of(), request);
        }
        if (unreadable == null || mapping != null) {
            return answer(
                    failure,
                    HttpStatus.BAD_REQUEST,
                    "The request needs one JSON object as its body.",
                    List.of(),
                    request);
        }
        String place = unreadable.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(
                                unreadable.getLocation().getLineNr(),
                                unreadable.getLocation().getColumnNr());
        return answer(
                failure, HttpStatus.BAD_REQUEST, "The body is not readable as JSON" + place + ".", List.of(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Refusal refusal = ExceptionUtils.throwableOfType(failure, Refusal.class);
        String name = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(failure.getPropertyName());
        String message = refusal == null ? expected(failure.getRequiredType()) : sentence(refusal);
        return invalid(failure, List.of(new Fault(name, message)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(failure, HttpStatus.PAYLOAD_TOO_LARGE, TOO_LARGE, List.of(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!isOwn(request)) {
            return ExceptionUtils.rethrow(failure);
        }
        return super.handleExceptionInternal(failure, body, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> invalid(Exception failure, List<Fault> faults, WebRequest request) {
        String detail = faults.stream()
                .map(fault -> fault.field() + ": " + fault.message())
                .collect(Collectors.joining("; "));
        return answer(failure, HttpStatus.BAD_REQUEST, detail, faults, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception failure, HttpStatus status, String detail, List<Fault> faults, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (!faults.isEmpty()) {
            problem.setProperty("errors", faults);
        }
        return handleExceptionInternal(failure, problem, new HttpHeaders(), status, request);
    }

    private static boolean isOwn(WebRequest request) {
        return request instanceof ServletWebRequest web
                && web.getRequest().getRequestURI().startsWith("/api/");
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }

    private static String sentence(Refusal refusal) {
        return String.join("\n", refusal.reasons());
    }

    private static String sqlState(Exception failure) {
        SQLException cause = ExceptionUtils.throwableOfType(failure, SQLException.class);
        return cause == null || cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    private static List<Fault> faults(BindException failure) {
        return failure.getAllErrors().stream()
                .map(error -> fault(error.getObjectName(), error))
                .sorted(Comparator.comparing(Fault::field).thenComparing(Fault::message))
                .toList();
    }

    private static Fault fault(String name, MessageSourceResolvable error) {
        String field = error instanceof FieldError of ? of.getField() : name;
        if (error instanceof FieldError of && of.isBindingFailure()) {
            return new Fault(field, bindingMessage(of));
        }
        return new Fault(field, String.valueOf(error.getDefaultMessage()));
    }

    private static String bindingMessage(ObjectError error) {
        TypeMismatchException mismatch =
                error.contains(TypeMismatchException.class) ? error.unwrap(TypeMismatchException.class) : null;
        return mismatch == null ? "is not readable" : expected(mismatch.getRequiredType());
    }

    private static String message(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "is not a property that is known here";
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return expected(mismatch.getTargetType());
        }
        return "does not have the expected form";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "is not readable";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "must be a whole number";
            case "BigDecimal", "double", "Double" -> "must be a number";
            case "boolean", "Boolean" -> "must be true or false";
            case "LocalDate" -> "must be a date such as 2026-10-05";
            case "Instant" -> "must be a time such as 2026-10-05T09:00:00Z";
            case "UUID" -> "must be an id such as 1b4e28ba-2fa1-4d2b-883f-0016d3cca427";
            default -> "does not have the expected form";
        };
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
