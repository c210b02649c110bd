package org.anxin.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchJson;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.json.Json;
import org.anxin.json.Reading;
import org.anxin.testing.Person;
import org.anxin.testing.PersonJson;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/evaluate} (SPEC section 6).
 *
 * @param asOf the day asked about, as an epoch day; {@link Days#NONE} if not given
 * @param personnel the people asked about; empty if none
 * @param batches the batches asked about; empty if none
 */
record EvaluateRequest(int asOf, List<Person> personnel, List<Batch> batches) {
    private static final Fields FIELDS = Fields.of("asOf", "personnel", "batches");

    /**
     * How to read it.
     *
     * @param most people, and batches, at most
     */
    static Reading<EvaluateRequest> atMost(int most) {
        return in -> read(in, most);
    }

    /**
     * The day asked about, before anything else is read: which words a document may use depends on it where it is to be
     * decided by the ruleset in force on that day. {@link Days#NONE} if there is none that can be read.
     */
    static int dayOf(byte[] document) {
        try (JsonParser in = Json.parser(document, 0, document.length)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals("asOf")) {
                    String text = in.getValueAsString();
                    return text == null ? Days.NONE : CivilDay.ofDate(text);
                }
                in.skipChildren();
            }
        } catch (IOException e) {
            // Reading it says what is wrong with it.
            return Days.NONE;
        }
        return Days.NONE;
    }

    private static @Nullable EvaluateRequest read(FactInput in, int most) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        int asOf = Days.NONE;
        List<Person> personnel = null;
        List<Batch> batches = null;
        while (in.next()) {
            switch (in.field()) {
                case "asOf" -> asOf = in.day();
                case "personnel" -> personnel = in.list(bounded(PersonJson::read, most));
                default -> batches = in.list(bounded(BatchJson::read, most));
            }
        }
        if (personnel == null && batches == null && in.clean()) {
            in.report(ErrorCode.NOTHING_ASKED);
        }
        return in.clean() ? new EvaluateRequest(asOf, orNone(personnel), orNone(batches)) : null;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Reads entries whose ids differ, and refuses the request at the first entry too many. */
    private static <T> Reading<T> bounded(Entry<T> entry, int most) {
        Set<String> used = new HashSet<>();
        int[] count = new int[1];
        return in -> {
            if (++count[0] > most) {
                throw new ProblemException(ProblemType.TOO_LARGE);
            }
            return entry.read(in, used);
        };
    }

    private interface Entry<T> {
        @Nullable
        T read(FactInput in, Set<String> used) throws IOException;
    }
}
