package org.anxin.impact;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.anxin.load.Background;
import org.anxin.load.EvaluateCalls;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.Replica;
import org.jspecify.annotations.Nullable;

/** Previews as the service makes them: by request, on this node or another. */
@ApplicationScoped
public class Impacting {
    /** After the rules are there, which begin with the usual priority. */
    private static final int LATE = 10_000;

    private final Impacts impacts;
    private final ImpactNode node;

    Impacting(
            @io.quarkus.agroal.DataSource(Background.POOL) DataSource database,
            Replica replica,
            StoredRulesets rulesets,
            Impacts impacts,
            EvaluateCalls calls,
            ImpactConfig config) {
        this.impacts = impacts;
        this.node = new ImpactNode(database, replica, rulesets, calls, config.keep());
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        node.start();
    }

    void stop(@Observes ShutdownEvent event) {
        node.close();
    }

    /**
     * Asks for a preview. While one with the same question is running, that one is the answer.
     *
     * @param policy that might decide
     * @param against what it is compared with
     * @param from first day, as an epoch day
     * @param to last day
     * @return null if too many are waiting
     */
    public @Nullable Impact request(Policy policy, Policy against, int from, int to) throws SQLException {
        Impact impact = impacts.request(policy, against, from, to);
        node.look();
        return impact;
    }
}
