package org.anxin.api;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.anxin.desk.DeskConflictException;
import org.anxin.desk.UndecidableBatchException;
import org.anxin.files.FileStoreException;
import org.anxin.files.RefusedFileException;
import org.anxin.json.InvalidInputException;
import org.anxin.policy.VersionConflictException;
import org.anxin.registry.DatabaseFault;
import org.anxin.registry.NoSuchRecordException;
import org.anxin.registry.StillReferredException;
import org.anxin.registry.imports.Once;
import org.anxin.registry.imports.UnreadableFileException;
import org.anxin.registry.imports.Upload;
import org.anxin.visits.Rectifications;
import org.anxin.visits.Visits;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure with a problem detail, those of the framework included. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    static final String PROBLEM_JSON = "application/problem+json";
    private static final int PROBLEM_SIZE = 512;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVICE_UNAVAILABLE = 503;
    static final int RETRY_AFTER_SECONDS = 5;

    private final AllowedMethods allowed;
    private final OutageLog outage = new OutageLog();

    Problems(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response invalid(InvalidInputException e) {
        return answer(Problem.of(e)).build();
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableFileException e) {
        Problem problem = Problem.of(ProblemType.INVALID_FILE);
        byte[] body = JsonBytes.of(PROBLEM_SIZE, out -> ReportJson.writeProblem(out, problem, e.mistakes()));
        return Response.status(problem.status()).type(PROBLEM_JSON).entity(body).build();
    }

    @ServerExceptionMapper
    Response rulesRefused(RefusedRulesException e) {
        Problem problem = Problem.of(e.type());
        byte[] body = JsonBytes.of(PROBLEM_SIZE, out -> MistakesJson.writeProblem(out, problem, e.mistakes()));
        return Response.status(problem.status()).type(PROBLEM_JSON).entity(body).build();
    }

    @ServerExceptionMapper
    Response versionConflict(VersionConflictException e) {
        return answer(Problem.of(ProblemType.VERSION_CONFLICT, e.text())).build();
    }

    @ServerExceptionMapper
    Response keyReused(Once.KeyReusedException e) {
        return answer(Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED)).build();
    }

    @ServerExceptionMapper
    Response notKept(Upload.NoSpaceException e) {
        LOG.error("An upload could not be kept", e);
        return answer(Problem.of(ProblemType.UPLOAD_NOT_KEPT)).build();
    }

    @ServerExceptionMapper
    Response fileNotKept(FileStoreException e) {
        LOG.error("A file could not be kept or read", e);
        return answer(Problem.of(ProblemType.FILES_UNAVAILABLE)).build();
    }

    @ServerExceptionMapper
    Response refusedFile(RefusedFileException e) {
        return answer(Problem.of(
                        e.reason() == RefusedFileException.Reason.TOO_LARGE
                                ? ProblemType.FILE_TOO_LARGE
                                : ProblemType.UNKNOWN_FILE_KIND))
                .build();
    }

    @ServerExceptionMapper
    Response otherVisit(Visits.OtherVisitException e) {
        return answer(Problem.of(ProblemType.ALREADY_RECORDED)).build();
    }

    @ServerExceptionMapper
    Response otherRectification(Rectifications.OtherRectificationException e) {
        return answer(Problem.of(ProblemType.ALREADY_RECORDED)).build();
    }

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return answer(e.problem()).build();
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        return answer(Problem.of(ProblemType.NOT_FOUND)).build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e, UriInfo address) {
        return answer(Problem.of(ProblemType.METHOD_NOT_ALLOWED))
                .header(HttpHeaders.ALLOW, allowed.at(address.getPath()))
                .build();
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException e) {
        return answer(Problem.of(ProblemType.NOT_ACCEPTABLE)).build();
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException e) {
        return answer(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE)).build();
    }

    /** Whatever else the framework refuses keeps its status. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return status >= 500 ? failure(e) : answer(refusal(status)).build();
    }

    @ServerExceptionMapper
    Response noSuchRecord(NoSuchRecordException e) {
        return answer(Problem.of(ProblemType.NOT_FOUND)).build();
    }

    @ServerExceptionMapper
    Response deskConflict(DeskConflictException e) {
        return answer(DeskProblems.of(e)).build();
    }

    @ServerExceptionMapper
    Response undecidable(UndecidableBatchException e) {
        return answer(DeskProblems.of(e)).build();
    }

    @ServerExceptionMapper
    Response stillReferred(StillReferredException e) {
        return answer(Problem.of(ProblemType.CONFLICT, e.text())).build();
    }

    @ServerExceptionMapper
    Response failure(Throwable e) {
        DatabaseFault fault = DatabaseFault.of(e);
        if (fault == null) {
            LOG.error("A request failed", e);
            return answer(Problem.of(ProblemType.INTERNAL)).build();
        }
        if (fault == DatabaseFault.UNREACHABLE) {
            outage.tell(e);
            return answer(Problem.of(ProblemType.DATABASE_UNREACHABLE)).build();
        }
        // Whatever was tried often enough, or waited long enough, met others all the time.
        return answer(Problem.of(ProblemType.OVERLOADED)).build();
    }

    private static Problem refusal(int status) {
        ProblemType type = status == ProblemType.BAD_REQUEST.status() ? ProblemType.BAD_REQUEST : ProblemType.OTHER;
        return new Problem(type, status, null, List.of(), 0);
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(PROBLEM_JSON).entity(JsonBytes.of(PROBLEM_SIZE, problem::write));
        if (problem.status() == UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return problem.status() == SERVICE_UNAVAILABLE
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : answer;
    }
}
