package org.anxin.impact;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.testing.Person;
import org.jspecify.annotations.Nullable;

/** Shadow runs as the service makes them: by request, on all nodes. */
@Singleton
public class Shadowing {
    /** After the rules are there, which begin with the usual priority. */
    private static final int LATE = 10_000;

    private final Shadows shadows;
    private final ShadowNode node;

    Shadowing(Shadows shadows, StoredRulesets rulesets) {
        this.shadows = shadows;
        this.node = new ShadowNode(shadows, rulesets);
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        node.start();
    }

    void stop(@Observes ShutdownEvent event) {
        node.close();
    }

    /**
     * Callers were answered by the ruleset that decides.
     *
     * @param answered its policy
     * @param asOf the day decided for, as an epoch day
     */
    public void answered(Policy answered, List<Person> people, List<Batch> batches, int asOf) {
        node.answered(answered, people, batches, asOf);
    }

    /**
     * Begins a run, or sets the share of the one that goes on with the same ruleset.
     *
     * @param share of the calls to compare, 0 to 1
     * @return null if another ruleset is running
     */
    public Shadows.@Nullable Begun begin(Policy policy, double share) throws SQLException, InterruptedException {
        Shadows.Begun begun = shadows.begin(policy, share);
        node.look();
        return begun;
    }

    /**
     * Ends the run of a ruleset.
     *
     * @return null if it is not running
     */
    public @Nullable Shadow end(String ruleset) throws SQLException, InterruptedException {
        Shadow ended = shadows.end(ruleset);
        node.look();
        return ended;
    }
}
