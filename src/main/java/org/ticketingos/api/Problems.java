package org.ticketingos.api;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.ticketingos.channel.Message;
import org.ticketingos.channel.SaidMeanwhile;
import org.ticketingos.access.AccessRefused;
import org.ticketingos.access.ApiCall;
import org.ticketingos.access.FreshProofNeeded;
import org.ticketingos.language.Refused;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.workflow.AlreadyTaken;
import org.ticketingos.workflow.FormRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/** Says what went wrong as problem details (RFC 9457), in the sentence a screen would show. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail form(FormRefused refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
        List<Map<String, String>> errors = refused.findings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(finding -> Map.of("field", finding.getKey(), "detail", finding.getValue()))
                .toList();
        problem.setProperty("errors", errors);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unseen(SaidMeanwhile stopped) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, stopped.getMessage());
        problem.setProperty("unseen", stopped.messages().stream().map(Message::seq).toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(TicketRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.getMessage());
    }

    /** The slower one learns who has the step, and where the next one is. */
    @ExceptionHandler
    ProblemDetail taken(AlreadyTaken taken) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, taken.getMessage());
        problem.setProperty("takenBy", taken.winner());
        problem.setProperty("next", "/api/v1/tasks/next");
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.getMessage());
    }

    /** What to send along is said, too: the code of the second factor, in a header of the same call. */
    @ExceptionHandler
    ProblemDetail unproven(FreshProofNeeded needed) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, needed.getMessage() + " Send it with the call as " + ApiCall.HEADER + ".");
        problem.setProperty("needs", ApiCall.HEADER);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(AccessRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail missing(NotThere missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail bad(BadInput bad) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.getMessage());
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException denied) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "You may not do this.");
    }

    @ExceptionHandler
    ProblemDetail mismatch(MethodArgumentTypeMismatchException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The value of \"" + wrong.getName() + "\" is not one this call takes.");
    }

    @ExceptionHandler
    ProblemDetail fault(Exception fault) throws Exception {
        if (fault instanceof AuthenticationException) {
            throw fault;
        }
        LOG.error("call failed", fault);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side. Nothing was changed.");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String sentence = unreadable.contains(StreamConstraintsException.class)
                ? "The body is larger or nested deeper than this call takes; one file may have 25 MB."
                : "The body is not JSON of the form this call takes." + where(unreadable);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence);
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    /** Names each field with what is wrong with it, as for a form. */
    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> Map.of("field", error.getField(), "detail", String.valueOf(error.getDefaultMessage())))
                .sorted(Comparator.comparing(error -> error.get("field")))
                .toList();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, errors.stream()
                .map(error -> error.get("field") + " " + error.get("detail"))
                .collect(Collectors.joining("; ", "The call is not complete or too long: ", ".")));
        problem.setProperty("errors", errors);
        return handleExceptionInternal(invalid, problem, headers, status, request);
    }

    private static String where(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            StringBuilder path = new StringBuilder();
            mapping.getPath().forEach(step -> path.append(
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName()));
            return " See " + path.substring(path.charAt(0) == '.' ? 1 : 0) + ".";
        }
        return "";
    }
}
