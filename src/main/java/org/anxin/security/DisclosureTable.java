package org.anxin.security;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.personal.Disclosure;
import org.anxin.personal.PersonalField;

/** Who sees what of a person in full: the table of {@code docs/security.md} itself. What it does not say is masked. */
@Singleton
public final class DisclosureTable {
    private static final String HEAD = "member";
    private static final String FULL = "full";
    private static final String MASKED = "masked";

    private final Map<Role, Set<PersonalField>> full = new EnumMap<>(Role.class);

    DisclosureTable() {
        this(AccessTable.page());
    }

    /** Reads the table of a page. */
    DisclosureTable(String page) {
        List<String> head = List.of();
        for (String line : page.lines().toList()) {
            List<String> cells = line.startsWith("|") ? AccessTable.cells(line) : List.of();
            if (cells.isEmpty()) {
                head = List.of();
            } else if (cells.get(0).equals(HEAD)) {
                head = cells;
            } else if (cells.get(0).startsWith("`") && !head.isEmpty()) {
                add(head, cells);
            }
        }
        if (full.isEmpty()) {
            throw new IllegalStateException("no table of what is shown of people");
        }
    }

    private void add(List<String> head, List<String> cells) {
        PersonalField field = field(cells.get(0).replace("`", ""));
        for (int i = 1; i < cells.size() && !head.get(i).isEmpty(); i++) {
            Role role = Role.of(head.get(i));
            String cell = cells.get(i);
            if (role == null || !cell.equals(FULL) && !cell.equals(MASKED)) {
                throw new IllegalStateException("row of " + field.member() + ": " + cell);
            }
            if (cell.equals(FULL)) {
                full.computeIfAbsent(role, none -> EnumSet.noneOf(PersonalField.class))
                        .add(field);
            }
        }
    }

    private static PersonalField field(String member) {
        for (PersonalField field : PersonalField.values()) {
            if (field.member().equals(member)) {
                return field;
            }
        }
        throw new IllegalStateException("nothing of a person is called " + member);
    }

    /** What somebody sees in full: what one of the roles does. */
    public Disclosure to(Caller caller) {
        Set<PersonalField> seen = EnumSet.noneOf(PersonalField.class);
        caller.roles().forEach(role -> seen.addAll(full.getOrDefault(role, Set.of())));
        return new Disclosure(seen);
    }
}
