package org.anxin.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.DirectoryState;
import org.anxin.policy.MistakeJson;

/** {@code GET /api/v1/rulesets/directory}: how the rule directory stands to the rules that decide (SPEC section 8). */
@Path("/api/v1/rulesets/directory")
public class DirectoryResource {
    private final ActivePolicy activePolicy;

    DirectoryResource(ActivePolicy activePolicy) {
        this.activePolicy = activePolicy;
    }

    /**
     * The answer.
     *
     * @param ruleset id of the ruleset that decides
     * @param directory id of the files in the directory
     * @param live whether these files are the ones that decide
     * @param checkedAt when they were checked
     * @param mistakes every mistake and warning in them, by file, line and column
     */
    public record Answer(
            String ruleset, String directory, boolean live, Instant checkedAt, List<MistakeJson> mistakes) {}

    /** Answers from memory, without touching the files. */
    @GET
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    public Answer get() {
        DirectoryState state = activePolicy.state();
        return new Answer(
                state.active(),
                state.directory(),
                state.live(),
                state.checkedAt(),
                state.mistakes().stream().map(MistakeJson::of).toList());
    }
}
