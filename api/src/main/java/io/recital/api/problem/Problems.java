package io.recital.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem details (RFC 9457); their types are stable names that a plugin can switch on. */
public final class Problems {
    /** What to do when the database does not answer. */
    public static final String NO_DATABASE =
            "The database does not answer; try again in a moment, and if it stays so, restart the service.";

    private static final String TYPE = "urn:recital:problem:";

    private final JsonMapper json;

    public Problems(JsonMapper json) {
        this.json = json;
    }

    /** A problem of a type, with a sentence that says what to do next. */
    public static ProblemDetail of(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(typeOf(type));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }

    static URI typeOf(String name) {
        return URI.create(TYPE + name);
    }

    /** Writes a problem where no controller is in charge. */
    public void write(HttpServletResponse response, HttpStatus status, String type, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json.writeValueAsString(of(status, type, detail)));
    }
}
