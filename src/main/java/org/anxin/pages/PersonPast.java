package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anxin.history.Event;
import org.anxin.policy.Policy;
import org.anxin.registry.Absences;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Words;
import org.anxin.sweep.Suspension;
import org.anxin.sweep.SuspensionHistory;
import org.anxin.testing.Absence;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.jspecify.annotations.Nullable;

/** Reads a person's past: what happened, suspensions, absences. */
@Singleton
class PersonPast {
    private static final int ALL = 1_000;

    private final Absences absences;
    private final SuspensionHistory suspensions;

    PersonPast(Absences absences, SuspensionHistory suspensions) {
        this.absences = absences;
        this.suspensions = suspensions;
    }

    /** What happened, the latest first. */
    static List<PersonPage.Happened> happened(List<Event> events) {
        List<PersonPage.Happened> happened = new ArrayList<>();
        for (Event event : events) {
            Object market = event.details().get("marketId");
            Object laboratory = event.details().get("laboratory");
            happened.add(new PersonPage.Happened(
                    event.day(),
                    PersonCalendar.sign(event),
                    event.kind(),
                    event.text(),
                    market != null ? market.toString() : laboratory == null ? null : laboratory.toString()));
        }
        Collections.reverse(happened);
        return happened;
    }

    /** The person's suspensions that {@code events} tell of, the latest first. */
    List<PersonPage.Stopped> stopped(String id, List<Event> events, Policy policy, Words words) throws SQLException {
        Set<Object> opened = runs(events, Event.Kind.SUSPENDED);
        Set<Object> lifted = runs(events, Event.Kind.LIFTED);
        List<PersonPage.Stopped> stopped = new ArrayList<>();
        for (Suspension suspension : Objects.requireNonNullElse(suspensions.of(id), List.<Suspension>of())) {
            if (opened.contains(suspension.opened().sweepId())) {
                Suspension.Turn turn = suspension.lifted();
                boolean isOver = turn != null && lifted.contains(turn.sweepId());
                stopped.add(stopped(suspension, isOver ? turn : null, policy, words));
            }
        }
        Collections.reverse(stopped);
        return stopped;
    }

    private static Set<Object> runs(List<Event> events, Event.Kind kind) {
        Set<Object> runs = new HashSet<>();
        for (Event event : events) {
            Object run = event.details().get("sweepId");
            if (event.kind() == kind && run != null) {
                runs.add(run);
            }
        }
        return runs;
    }

    private static PersonPage.Stopped stopped(
            Suspension suspension, Suspension.@Nullable Turn lifted, Policy policy, Words words) {
        Bilingual action = suspension.action().equals("BLOCK")
                ? PeopleLists.word(words, "status", "BLOCKED")
                : new Bilingual("暂停经营", "suspended");
        Suspension known = new Suspension(suspension.action(), suspension.rules(), suspension.opened(), lifted);
        List<PeopleList.Reason> reasons =
                suspension.rules().stream().map(rule -> reason(rule, policy)).toList();
        return new PersonPage.Stopped(known, action, reasons, lifted == null ? null : cause(suspension, lifted));
    }

    /** Sweeps lift suspensions; what they rest on is told with them. */
    private static Bilingual cause(Suspension suspension, Suspension.Turn lifted) {
        if (!lifted.samples().isEmpty()) {
            int day = lifted.samples().get(lifted.samples().size() - 1);
            return new Bilingual("已于" + DayText.zh(day) + "采样", "sampled on " + DayText.en(day));
        }
        return suspension.action().equals("BLOCK")
                ? new Bilingual("已解除", "released")
                : new Bilingual("不再欠采样", "no sample is owed any more");
    }

    private static PeopleList.Reason reason(String id, Policy policy) {
        Bilingual title = policy.ruleset().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(Rule::title)
                .findFirst()
                .orElse(new Bilingual(id, id));
        return new PeopleList.Reason(id, title, "/rules#" + id);
    }

    /** Absences as they were known, with the reasons that are known now. */
    List<PersonPage.Away> away(String id, List<Absence> known) {
        Map<Integer, String> reasons = new HashMap<>();
        absences.page(id, LocalDate.of(1, 1, 1), ALL).items().forEach(one -> {
            if (one.reason() != null) {
                reasons.put((int) one.key().from().toEpochDay(), one.reason());
            }
        });
        return known.stream()
                .map(one -> new PersonPage.Away(one.from(), one.to(), reasons.get(one.from())))
                .toList();
    }
}
