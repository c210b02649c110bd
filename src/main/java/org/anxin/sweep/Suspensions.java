package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anxin.testing.Obligation;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Status;
import org.anxin.testing.TestingPolicy;
import org.anxin.time.Days;

/** Opens and lifts the suspensions of a range of people, for a run of the newest day (SPEC section 7). */
final class Suspensions {
    private static final String OPEN_ONES =
            "select person_no from suspensions where lifted_sweep is null and person_no >= ? and person_no < ?";

    private static final String INTO = "suspensions (person_no, opened_sweep, action, rules, opened_samples)";

    private static final String LIFT = """
            update suspensions s set lifted_sweep = ?, lifted_samples = string_to_array(samples, ' ')::date[]
            from unnest(?::bigint[], ?::text[]) l (person_no, samples)
            where s.person_no = l.person_no and s.lifted_sweep is null""";

    private final Connection connection;
    private final Sweep run;
    private final TestingPolicy policy;
    private final Set<Long> open = new HashSet<>();
    private final BinaryRows opened = new BinaryRows();
    private final List<Lifted> lifted = new ArrayList<>();

    private record Lifted(long person, String samples) {}

    /** Reads which are open. */
    Suspensions(Connection connection, Sweep run, TestingPolicy policy, long low, long high) throws SQLException {
        this.connection = connection;
        this.run = run;
        this.policy = policy;
        try (PreparedStatement select = connection.prepareStatement(OPEN_ONES)) {
            select.setLong(1, low);
            select.setLong(2, high);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                open.add(row.getLong(1));
            }
        }
    }

    /** What the run found about a person, and what it does to the suspension. */
    SuspensionEffect add(Finding finding, Person facts, PersonDecision decision) {
        boolean isOpen = open.remove(finding.person());
        if (finding.suspends() && !isOpen) {
            open(finding, cause(facts, decision));
            return SuspensionEffect.OPENED;
        }
        if (!finding.suspends() && isOpen) {
            lifted.add(new Lifted(finding.person(), text(Causes.lastCounted(decision.obligations()))));
            return SuspensionEffect.LIFTED;
        }
        return SuspensionEffect.NONE;
    }

    /** Once everybody was added: the numbers of people who are suspended and not registered any more. */
    Set<Long> ofNobody() {
        return Set.copyOf(open);
    }

    private void open(Finding finding, Collection<Integer> samples) {
        opened.row(5);
        opened.bigint(finding.person());
        opened.integer(run.no());
        opened.text(finding.action().name());
        opened.texts(finding.rules(), ' ');
        opened.days(samples);
    }

    /** Nobody knows about this person: a suspension stays as it is. */
    void leave(long person) {
        open.remove(person);
    }

    private Collection<Integer> cause(Person facts, PersonDecision decision) {
        if (decision.status() == Status.BLOCKED) {
            return policy.blockingDays(facts, run.asOf());
        }
        List<Obligation> causes = Causes.of(policy, decision, run.asOf());
        return Causes.lastCounted(causes);
    }

    private static String text(Collection<Integer> days) {
        return days.stream().map(Days::text).collect(Collectors.joining(" "));
    }

    /** Writes them. Whoever is not registered any more is not suspended any more. */
    void write() throws SQLException {
        open.forEach(person -> lifted.add(new Lifted(person, "")));
        opened.copy(connection, INTO);
        if (!lifted.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(LIFT)) {
                update.setInt(1, run.no());
                update.setArray(2, array("bigint", Lifted::person));
                update.setArray(3, array("text", Lifted::samples));
                update.executeUpdate();
            }
        }
    }

    private java.sql.Array array(String type, Function<Lifted, Object> member) throws SQLException {
        return connection.createArrayOf(type, lifted.stream().map(member).toArray());
    }
}
