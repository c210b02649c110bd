package org.anxin.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.Span;
import org.anxin.text.CodePointOrder;

/** The two lists of a market on one day. */
public final class ImportOperators {
    private ImportOperators() {}

    /** The operators by id that are on either list or have contacts. */
    public static List<ImportOperator> of(Roster roster, int asOf) {
        Map<String, List<ImportOperator.Contact>> contacts = new HashMap<>();
        for (Roster.PersonEntry person : roster.people()) {
            for (Roster.ContactEntry entry : person.contacts()) {
                if (entry.days().contains(asOf)) {
                    contacts.computeIfAbsent(entry.operatorId(), id -> new ArrayList<>())
                            .add(new ImportOperator.Contact(person.id(), entry.contact(), entry.days()));
                }
            }
        }
        return roster.operators().stream()
                .map(operator -> of(operator, contacts.getOrDefault(operator.id(), List.of()), asOf))
                .filter(one -> one.listed() != null
                        || !one.goods().isEmpty()
                        || !one.contacts().isEmpty())
                .toList();
    }

    private static ImportOperator of(Roster.OperatorEntry operator, List<ImportOperator.Contact> contacts, int asOf) {
        Span listed = operator.listed().stream()
                .filter(span -> span.contains(asOf))
                .min(Comparator.comparingInt(Span::from))
                .orElse(null);
        List<Roster.Goods> goods = operator.goods().stream()
                .filter(one -> one.days().contains(asOf))
                .sorted(Comparator.comparing(Roster.Goods::name, CodePointOrder::compare)
                        .thenComparing(one -> one.days().from()))
                .toList();
        return new ImportOperator(operator.id(), listed, goods, List.copyOf(contacts));
    }
}
