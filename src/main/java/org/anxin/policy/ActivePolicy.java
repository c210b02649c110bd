package org.anxin.policy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Position;
import org.anxin.rulebook.RuleFiles;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rules that decide now. They follow the rule directory: a good edit takes their place in one step, a bad one leaves
 * them alone and is shown (SPEC section 8).
 */
@ApplicationScoped
public class ActivePolicy {
    private static final Logger LOG = Logger.getLogger(ActivePolicy.class);

    private final RuleDirectory directory;
    private final KeptRules kept;
    private final Clock clock;
    private volatile @Nullable Active active;
    private @Nullable DirectoryWatch watch;

    /** Policy and state in one reference, so that nobody sees one without the other. */
    private record Active(Policy policy, DirectoryState state) {}

    ActivePolicy(RulesConfig config, Clock clock) {
        this.directory = new RuleDirectory(config.rulesDirectory());
        this.kept = new KeptRules(config.dataDirectory().resolve("last-good-rules.zip"));
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

    private Active started() {
        Active now = active;
        if (now == null) {
            throw new IllegalStateException("no rules yet: the service has not started");
        }
        return now;
    }

    void start(@Observes StartupEvent event) throws IOException {
        directory.fillIfEmpty();
        DirectoryWatch started = new DirectoryWatch(directory, this::reload);
        RuleFiles files = directory.read();
        PolicyCheck.Result result = PolicyCheck.of(files);
        if (result.policy() == null) {
            serveKept(result.mistakes());
        }
        follow(files, result);
        watch = started;
        started.begin();
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

    /** Lets these files decide if they are good; shows what is wrong with them if they are not. */
    private void follow(RuleFiles files, PolicyCheck.Result result) {
        Policy policy = result.policy();
        if (policy == null) {
            show(files.id(), result.mistakes());
            return;
        }
        keep(files);
        active = new Active(policy, new DirectoryState(files.id(), files.id(), clock.instant(), result.mistakes()));
        LOG.infof(
                "Rules %s are live: %d rules, %d warnings",
                files.id(), policy.ruleset().rules().size(), result.mistakes().size());
    }

    private void show(String id, List<Mistake> mistakes) {
        Active now = active;
        if (now != null) {
            String serving = now.policy().ruleset().id();
            active = new Active(now.policy(), new DirectoryState(serving, id, clock.instant(), mistakes));
            LOG.warnf("Rule files have mistakes; %s goes on deciding:%n%s", serving, lines(mistakes));
        }
    }

    private void keep(RuleFiles files) {
        try {
            kept.keep(files);
        } catch (IOException e) {
            LOG.warnf("The last good rules could not be kept: %s", e.getMessage());
        }
    }

    /** At the start, with bad files in the directory: goes on with the last good version, or not at all. */
    private void serveKept(List<Mistake> mistakes) {
        Policy policy = keptPolicy();
        if (policy == null) {
            throw new ConfigurationException("""
                    规则文件有误，且没有保存过可用的版本，已拒绝启动。请改正下列各处后再启动。
                    The rule files have mistakes and no good version was kept, so the service did not start. \
                    Correct these places and start again.
                    """ + lines(mistakes));
        }
        String id = policy.ruleset().id();
        active = new Active(policy, new DirectoryState(id, id, clock.instant(), mistakes));
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
