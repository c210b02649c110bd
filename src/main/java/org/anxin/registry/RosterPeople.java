package org.anxin.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.anxin.onboarding.Onboarding;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.Signature;
import org.anxin.onboarding.Span;

/** The people of one market with their assignments there, their accounts and signatures, and the roster of contacts. */
final class RosterPeople {
    private final Map<Long, Gathered> people = new TreeMap<>();

    /** A person while it is read. */
    private record Gathered(
            String id,
            List<Span> activations,
            List<Signature> signatures,
            List<Roster.Post> posts,
            List<Roster.ContactEntry> contacts) {}

    RosterPeople(Versions versions, int market, RosterOperators operators) throws SQLException {
        versions.each(
                "select person_no, p.id, " + Versions.DAYS + ", category, o.id from "
                        + versions.of("assignments", "person_no, market_no, category, from_on, operator_no, to_on")
                        + " v join people p on p.no = person_no left join operators o on o.no = operator_no"
                        + " where v.market_no = ?",
                market,
                row -> of(row).posts.add(new Roster.Post(row.getString(5), row.getString(6), Versions.days(row, 3))));
        versions.each(
                "select person_no, p.id, " + Versions.DAYS + ", contact, operator_no from "
                        + versions.of("contacts", "person_no, operator_no, from_on, contact, to_on")
                        + " v join people p on p.no = person_no where operator_no = any (?)",
                operators.numbers(),
                row -> addContact(row, Objects.requireNonNull(operators.id(row.getLong(6)))));
        readOnboarding(versions);
    }

    private void readOnboarding(Versions versions) throws SQLException {
        versions.each(
                "select person_no, p.id, " + Versions.DAYS + " from "
                        + versions.of("activations", "person_no, from_on, to_on")
                        + " v join people p on p.no = person_no where person_no = any (?)",
                people.keySet(),
                row -> of(row).activations.add(Versions.days(row, 3)));
        versions.each(
                "select person_no, p.id, l.id, signed_on - date '1970-01-01' from "
                        + versions.of("signatures", "person_no, letter_no, signed_on")
                        + " v join people p on p.no = person_no join letters l on l.no = letter_no"
                        + " where person_no = any (?)",
                people.keySet(),
                row -> of(row).signatures.add(new Signature(row.getString(3), row.getInt(4))));
    }

    private void addContact(ResultSet row, String operatorId) throws SQLException {
        of(row).contacts.add(new Roster.ContactEntry(operatorId, row.getString(5), Versions.days(row, 3)));
    }

    /** The person of a row, whose number and id come first. */
    private Gathered of(ResultSet row) throws SQLException {
        String id = row.getString(2);
        return people.computeIfAbsent(
                row.getLong(1),
                no -> new Gathered(id, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    /** By id. */
    List<Roster.PersonEntry> entries() {
        return people.values().stream()
                .sorted(Comparator.comparing(Gathered::id))
                .map(one -> new Roster.PersonEntry(
                        one.id,
                        new Onboarding(List.copyOf(one.activations), List.copyOf(one.signatures)),
                        List.copyOf(one.posts),
                        List.copyOf(one.contacts)))
                .toList();
    }
}
