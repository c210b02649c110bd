package org.anxin.policy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.anxin.registry.DatabaseFault;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Position;
import org.anxin.rulebook.RuleFiles;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rules that decide now: those in force today by the stored timetable, which every node follows. Good edits in the rule
 * directory take their place at once ({@link RulesConfig.Edits#LIVE}) or become drafts; bad ones leave them alone and are
 * shown (SPEC section 8). While the database is away the last ruleset goes on deciding.
 */
@ApplicationScoped
public class ActivePolicy {
    private static final Logger LOG = Logger.getLogger(ActivePolicy.class);

    private final RuleDirectory directory;
    private final boolean live;
    private final KeptRules kept;
    private final InForce inForce;
    private final Clock clock;
    private volatile @Nullable Active active;
    private @Nullable DirectoryWatch watch;
    private boolean behind;

    /** Policy and state in one reference, so that nobody sees one without the other. */
    private record Active(Policy policy, DirectoryState state) {}

    ActivePolicy(RulesConfig config, Versions versions, StoredRulesets rulesets, Clock clock) {
        this.directory = new RuleDirectory(config.rulesDirectory());
        this.live = config.edits() == RulesConfig.Edits.LIVE;
        this.kept = new KeptRules(config.dataDirectory().resolve("last-good-rules.zip"));
        this.inForce = new InForce(versions, rulesets, config.edits(), clock);
        this.clock = clock;
    }

    /** The policy that decides now. A request asks once and keeps the answer, so it never mixes versions. */
    public Policy current() {
        return started().policy();
    }

    /** How the directory stands to it. */
    public DirectoryState state() {
        return started().state();
    }

    /** Which ruleset is in force when, as it was stored about a second ago. */
    public Timetable timetable() {
        return inForce.timetable();
    }

    /**
     * The policy in force on a day, by what is stored this moment.
     *
     * @param day as an epoch day
     */
    public Policy inForce(int day) throws SQLException {
        look();
        return inForce.on(day, current());
    }

    /**
     * The policy in force on a day, by what was stored about a second ago. It is compiled if that was not done lately.
     *
     * @param day as an epoch day
     */
    public Policy lately(int day) throws SQLException {
        return inForce.on(day, current());
    }

    private Active started() {
        Active now = active;
        if (now == null) {
            throw new IllegalStateException("no rules yet: the service has not started");
        }
        return now;
    }

    void start(@Observes StartupEvent event) throws IOException, SQLException {
        directory.fillIfEmpty();
        DirectoryWatch started = new DirectoryWatch(directory, this::reload);
        RuleFiles files = directory.read();
        begin(files, PolicyCheck.of(files));
        watch = started;
        started.begin();
    }

    private void begin(RuleFiles files, PolicyCheck.Result result) throws SQLException {
        Policy stored = inForce.begin(result.policy());
        if (stored == null) {
            // The first start: what stands in the directory becomes the first version.
            Policy first = result.policy() == null ? kept(result.mistakes()) : result.policy();
            decide(first, files.id(), result.mistakes());
            look();
            return;
        }
        decide(stored, files.id(), result.mistakes());
        if (!files.id().equals(timetable().lastOfDirectory())) {
            follow(files, result);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (watch != null) {
            watch.close();
        }
    }

    private void reload() {
        try {
            RuleFiles files = directory.read();
            follow(files, PolicyCheck.of(files));
        } catch (IOException e) {
            show("", List.of(MistakeCode.DIRECTORY_UNREADABLE.at(new Position(".", 1, 1))));
        }
    }

    /** Lets these files decide, or makes them a draft, if they are good; shows what is wrong with them if they are not. */
    private void follow(RuleFiles files, PolicyCheck.Result result) {
        Policy policy = result.policy();
        if (policy == null || !live) {
            show(files.id(), result.mistakes());
        }
        if (policy == null) {
            return;
        }
        synchronized (this) {
            inForce.edited(policy);
            if (live) {
                decide(policy, files.id(), result.mistakes());
            }
        }
        follow();
    }

    /** Other nodes activate rulesets too, and days begin. */
    @Scheduled(
            every = "1s",
            identity = "rules in force",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void follow() {
        if (active == null) {
            // The schedule may begin before the rules are there.
            return;
        }
        try {
            look();
            behind = false;
        } catch (SQLException | RuntimeException e) {
            // That the database is away is told once, by whoever sweeps.
            if (!behind && DatabaseFault.of(e) != DatabaseFault.UNREACHABLE) {
                LOG.warnf(
                        "The rules in force cannot be read; %s goes on deciding: %s", state().active(), e.getMessage());
            }
            behind = true;
        }
    }

    private synchronized void look() throws SQLException {
        Policy now = current();
        Policy due = inForce.look(now);
        if (!due.ruleset().id().equals(now.ruleset().id())) {
            DirectoryState before = state();
            decide(due, before.directory(), before.checkedAt(), before.mistakes());
        }
    }

    private synchronized void show(String id, List<Mistake> mistakes) {
        Policy deciding = current();
        String decidingId = deciding.ruleset().id();
        active = new Active(deciding, new DirectoryState(decidingId, id, clock.instant(), mistakes));
        if (mistakes.stream().anyMatch(Mistake::fatal)) {
            LOG.warnf("Rule files have mistakes; %s goes on deciding:%n%s", decidingId, lines(mistakes));
        }
    }

    private void decide(Policy policy, String directoryId, List<Mistake> mistakes) {
        decide(policy, directoryId, clock.instant(), mistakes);
    }

    private synchronized void decide(Policy policy, String directoryId, Instant checkedAt, List<Mistake> mistakes) {
        keep(policy.ruleset().files());
        String id = policy.ruleset().id();
        active = new Active(policy, new DirectoryState(id, directoryId, checkedAt, mistakes));
        LOG.infof("Rules %s are live: %d rules", id, policy.ruleset().rules().size());
    }

    private void keep(RuleFiles files) {
        try {
            kept.keep(files);
        } catch (IOException e) {
            LOG.warnf("The last good rules could not be kept: %s", e.getMessage());
        }
    }

    /** At the first start, with bad files in the directory: the last good version, or no start at all. */
    private Policy kept(List<Mistake> mistakes) {
        Policy policy = keptPolicy();
        if (policy == null) {
            throw new ConfigurationException("""
                    规则文件有误，且没有保存过可用的版本，已拒绝启动。请改正下列各处后再启动。
                    The rule files have mistakes and no good version was kept, so the service did not start. \
                    Correct these places and start again.
                    """ + lines(mistakes));
        }
        return policy;
    }

    private @Nullable Policy keptPolicy() {
        try {
            RuleFiles files = kept.read();
            return files == null ? null : PolicyCheck.of(files).policy();
        } catch (IOException e) {
            LOG.warnf("The last good rules could not be read: %s", e.getMessage());
            return null;
        }
    }

    private static String lines(List<Mistake> mistakes) {
        return mistakes.stream().filter(Mistake::fatal).map(Mistake::text).collect(Collectors.joining("\n"));
    }
}
