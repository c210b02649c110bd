package org.anxin.policy;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.RuleText;
import org.jspecify.annotations.Nullable;

/** Tells which versions said something else about one rule than the version in force when they were stored. */
@Singleton
public class RuleHistory {
    /** So many versions are looked through at a time. */
    static final int MOST_READ = 200;

    private final Versions versions;
    private final StoredRulesets rulesets;

    public RuleHistory(Versions versions, StoredRulesets rulesets) {
        this.versions = versions;
        this.rulesets = rulesets;
    }

    /**
     * A version that says something else about the rule.
     *
     * @param inForceThen number of the version that was in force when this one was stored; 0 if there was none
     * @param before how that one has the rule; null if it does not have it
     * @param after how this one has it; null if it leaves it out
     * @param activations of this version, the earliest first; none if it never was, and will not be, in force
     */
    public record Step(
            RulesetVersion version,
            int inForceThen,
            @Nullable RuleText before,
            @Nullable RuleText after,
            List<Activation> activations) {}

    /**
     * A part of the history.
     *
     * @param steps the newest first
     * @param next versions with a lower number than this were not looked through; 0 if all were
     */
    public record Part(List<Step> steps, int next) {}

    /**
     * The history of a rule.
     *
     * @param before only versions with a lower number
     * @param zone in which days begin
     */
    public Part of(String rule, int before, ZoneId zone) throws SQLException {
        Timetable timetable = versions.timetable();
        Map<String, @Nullable RuleText> known = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        List<RulesetVersion> all = versions.latest(before, MOST_READ);
        for (RulesetVersion version : all) {
            Activation then = inForceThen(version, timetable, zone);
            RuleText was = then == null ? null : text(then.ruleset(), rule, known);
            RuleText is = text(version.id(), rule, known);
            boolean isSame = Objects.equals(was == null ? null : was.text(), is == null ? null : is.text());
            if (!isSame) {
                steps.add(new Step(
                        version,
                        then == null ? 0 : then.version(),
                        was,
                        is,
                        timetable.activations().stream()
                                .filter(one -> one.version() == version.no())
                                .toList()));
            }
        }
        return new Part(
                steps, all.size() < MOST_READ ? 0 : all.get(all.size() - 1).no());
    }

    /** What was in force when a version was stored; its own activation was made later. */
    private static @Nullable Activation inForceThen(RulesetVersion version, Timetable timetable, ZoneId zone) {
        List<Activation> made = timetable.activations().stream()
                .filter(activation -> activation.at().isBefore(version.created()))
                .toList();
        int day = (int) version.created().atZone(zone).toLocalDate().toEpochDay();
        return new Timetable(made).inForce(day);
    }

    private @Nullable RuleText text(String id, String rule, Map<String, @Nullable RuleText> known) throws SQLException {
        if (!known.containsKey(id)) {
            RuleFiles files = rulesets.files(id);
            known.put(id, files == null ? null : RuleText.of(files, rule));
        }
        return known.get(id);
    }
}
