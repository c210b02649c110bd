package org.anxin.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchJson;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.json.Json;
import org.anxin.rulebook.Words;
import org.anxin.testing.Person;
import org.anxin.testing.PersonJson;
import org.jspecify.annotations.Nullable;

/**
 * Facts that somebody pasted into a form, in the form that {@code POST /api/v1/evaluate} takes, as a document or as one of
 * its lines. They are decided and forgotten: neither stored nor logged.
 */
record PastedFacts(List<Person> people, List<Batch> batches) {
    private static final Fields FIELDS = Fields.of("asOf", "personnel", "batches", "person", "batch");

    /**
     * Reads them.
     *
     * @param words that they may use
     * @param zone where times become civil days
     * @throws org.anxin.json.InvalidInputException with every mistake
     */
    static PastedFacts of(String text, Words words, ZoneId zone) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return FactInput.read(Json.parser(bytes, 0, bytes.length), words, zone, PastedFacts::read);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static @Nullable PastedFacts read(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        PastedFacts facts = new PastedFacts(new ArrayList<>(), new ArrayList<>());
        Set<String> people = new HashSet<>();
        Set<String> batches = new HashSet<>();
        boolean isAsked = false;
        while (in.next()) {
            isAsked |= !in.field().equals("asOf");
            switch (in.field()) {
                // The day of the form counts; that this one can be read is all that is looked at.
                case "asOf" -> in.day();
                case "personnel" -> facts.people.addAll(in.list(one -> PersonJson.read(one, people)));
                case "batches" -> facts.batches.addAll(in.list(one -> BatchJson.read(one, batches)));
                case "person" -> add(facts.people, PersonJson.read(in, people));
                default -> add(facts.batches, BatchJson.read(in, batches));
            }
        }
        if (!isAsked && in.clean()) {
            in.report(ErrorCode.NOTHING_ASKED);
        }
        return in.clean() ? facts : null;
    }

    private static <T> void add(List<T> all, @Nullable T one) {
        if (one != null) {
            all.add(one);
        }
    }
}
