package org.anxin.testing;

import java.util.List;
import org.anxin.directive.Directive;
import org.anxin.rulebook.Rule;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/** STUB until the testing feature is merged. */
public class TestingPolicy {
    private static final Duty DUTY = new Duty(
            new Rule(
                    "FM-3D",
                    new Bilingual("农贸市场从业人员3天1次核酸检测", "Farmers' market staff are sampled at least once every 3 days"),
                    new Directive(
                            "BJ-2022-04-07",
                            new Bilingual("通知", "Notice"),
                            new Bilingual("局", "Bureau"),
                            null,
                            null,
                            null),
                    "testing/stub.drl",
                    1),
            new Cadence.EveryDays(3),
            List.of(Period.ALWAYS));

    /** STUB. */
    public PersonDecision decide(Person person, int asOf) {
        List<Obligation> obligations = person.assignments().stream()
                .map(a -> new Obligation(DUTY, a, a.from(), a.to(), Days.NONE, asOf + 1, Status.DUE_TOMORROW))
                .toList();
        return new PersonDecision(person.id(), Status.DUE_TOMORROW, asOf + 1, Action.WARN, obligations, List.of());
    }
}
