package org.anxin.onboarding;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads the operators and people of a roster. */
final class RosterEntries {
    private static final Fields OPERATOR = Fields.of(
                    "id", "sellsImported", "activations", "signatures", "listed", "goods", "declared")
            .requiring("id");
    private static final Fields PERSON = Fields.of("id", "activations", "signatures", "assignments", "contacts")
            .requiring("id");
    private static final Fields SPAN = Fields.of("from", "to").requiring("from");
    private static final Fields SIGNATURE = Fields.of("letterId", "signedOn").requiring("signedOn");
    private static final Fields GOODS = Fields.of("goods", "from", "to").requiring("goods", "from");
    private static final Fields POST =
            Fields.of("category", "operatorId", "from", "to").requiring("category", "from");
    private static final Fields CONTACT =
            Fields.of("operatorId", "contact", "from", "to").requiring("operatorId", "contact", "from");

    private RosterEntries() {}

    static Roster.@Nullable OperatorEntry operator(FactInput in, Set<String> used) throws IOException {
        if (!in.begins(OPERATOR)) {
            return null;
        }
        String id = null;
        boolean sellsImported = false;
        List<Span> activations = List.of();
        List<Signature> signatures = List.of();
        List<Span> listed = List.of();
        List<Roster.Goods> goods = List.of();
        List<Span> declared = List.of();
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.newId(used);
                case "sellsImported" -> sellsImported = Boolean.TRUE.equals(in.flag());
                case "activations" -> activations = in.list(RosterEntries::span);
                case "signatures" -> signatures = in.list(RosterEntries::signature);
                case "listed" -> listed = in.list(RosterEntries::span);
                case "goods" -> goods = in.list(RosterEntries::goods);
                default -> declared = in.list(RosterEntries::span);
            }
        }
        Onboarding done = new Onboarding(activations, signatures);
        return id == null || !in.clean()
                ? null
                : new Roster.OperatorEntry(id, sellsImported, done, listed, goods, declared);
    }

    static Roster.@Nullable PersonEntry person(FactInput in, Set<String> used) throws IOException {
        if (!in.begins(PERSON)) {
            return null;
        }
        String id = null;
        List<Span> activations = List.of();
        List<Signature> signatures = List.of();
        List<Roster.Post> posts = List.of();
        List<Roster.ContactEntry> contacts = List.of();
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.newId(used);
                case "activations" -> activations = in.list(RosterEntries::span);
                case "signatures" -> signatures = in.list(RosterEntries::signature);
                case "assignments" -> posts = in.list(RosterEntries::post);
                default -> contacts = in.list(RosterEntries::contact);
            }
        }
        return id == null || !in.clean()
                ? null
                : new Roster.PersonEntry(id, new Onboarding(activations, signatures), posts, contacts);
    }

    private static @Nullable Span span(FactInput in) throws IOException {
        if (!in.begins(SPAN)) {
            return null;
        }
        Dates dates = new Dates();
        while (in.next()) {
            dates.read(in);
        }
        return dates.span(in);
    }

    private static @Nullable Signature signature(FactInput in) throws IOException {
        if (!in.begins(SIGNATURE)) {
            return null;
        }
        String letterId = null;
        int signedOn = Days.NONE;
        while (in.next()) {
            switch (in.field()) {
                case "letterId" -> letterId = in.id();
                default -> signedOn = in.day();
            }
        }
        return in.clean() ? new Signature(letterId, signedOn) : null;
    }

    private static Roster.@Nullable Goods goods(FactInput in) throws IOException {
        if (!in.begins(GOODS)) {
            return null;
        }
        String name = null;
        Dates dates = new Dates();
        while (in.next()) {
            switch (in.field()) {
                case "goods" -> name = in.filledText();
                default -> dates.read(in);
            }
        }
        Span days = dates.span(in);
        return name == null || days == null ? null : new Roster.Goods(name, days);
    }

    private static Roster.@Nullable Post post(FactInput in) throws IOException {
        if (!in.begins(POST)) {
            return null;
        }
        String category = null;
        String operatorId = null;
        Dates dates = new Dates();
        while (in.next()) {
            switch (in.field()) {
                case "category" -> category = in.word("category");
                case "operatorId" -> operatorId = in.id();
                default -> dates.read(in);
            }
        }
        Span days = dates.span(in);
        return category == null || days == null ? null : new Roster.Post(category, operatorId, days);
    }

    private static Roster.@Nullable ContactEntry contact(FactInput in) throws IOException {
        if (!in.begins(CONTACT)) {
            return null;
        }
        String operatorId = null;
        String contact = null;
        Dates dates = new Dates();
        while (in.next()) {
            switch (in.field()) {
                case "operatorId" -> operatorId = in.id();
                case "contact" -> contact = in.word("contact");
                default -> dates.read(in);
            }
        }
        Span days = dates.span(in);
        return operatorId == null || contact == null || days == null
                ? null
                : new Roster.ContactEntry(operatorId, contact, days);
    }

    /** The members {@code from} and {@code to} of an object. */
    private static final class Dates {
        private int from = Days.NONE;
        private int to = Days.OPEN;

        void read(FactInput in) throws IOException {
            if (in.field().equals("from")) {
                from = in.day();
            } else {
                to = in.day();
            }
        }

        /** Once the object has ended; null if mistakes were reported. */
        @Nullable
        Span span(FactInput in) {
            if (from != Days.NONE && to != Days.NONE && to < from) {
                in.report("to", ErrorCode.TO_BEFORE_FROM);
            }
            return in.clean() ? new Span(from, to) : null;
        }
    }
}
