package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.anxin.history.Event;
import org.anxin.policy.Policy;
import org.anxin.registry.Absences;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Words;
import org.anxin.sweep.Suspension;
import org.anxin.sweep.SuspensionHistory;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

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

    /** The person's suspensions, the latest first. */
    List<PersonPage.Stopped> stopped(String id, Policy policy, Words words) throws SQLException {
        List<PersonPage.Stopped> stopped = new ArrayList<>();
        for (Suspension suspension : Objects.requireNonNullElse(suspensions.of(id), List.<Suspension>of())) {
            Bilingual action = suspension.action().equals("BLOCK")
                    ? PeopleLists.word(words, "status", "BLOCKED")
                    : new Bilingual("暂停经营", "suspended");
            stopped.add(new PersonPage.Stopped(
                    suspension,
                    action,
                    suspension.rules().stream()
                            .map(rule -> reason(rule, policy))
                            .toList()));
        }
        Collections.reverse(stopped);
        return stopped;
    }

    private static PeopleList.Reason reason(String id, Policy policy) {
        Bilingual title = policy.ruleset().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(Rule::title)
                .findFirst()
                .orElse(new Bilingual(id, id));
        return new PeopleList.Reason(id, title, "/rules#" + id);
    }

    /** The person's absences. */
    List<PersonPage.Away> away(String id) {
        return absences.page(id, LocalDate.of(1, 1, 1), ALL).items().stream()
                .map(one -> new PersonPage.Away(
                        (int) one.key().from().toEpochDay(),
                        one.to() == null ? Days.OPEN : (int) one.to().toEpochDay(),
                        one.reason()))
                .toList();
    }
}
