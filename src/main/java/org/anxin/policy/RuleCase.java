package org.anxin.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchJson;
import org.anxin.admission.OnRecord;
import org.anxin.admission.OnRecordJson;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.json.Json;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.RosterJson;
import org.anxin.patrol.Patrols;
import org.anxin.patrol.PatrolsJson;
import org.anxin.rulebook.Words;
import org.anxin.testing.Person;
import org.anxin.testing.PersonJson;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A case that policy staff write beside the rules: facts, a day, and the decision they expect (SPEC section 8).
 *
 * @param name what it shows
 * @param asOf the day asked about, as an epoch day
 * @param person the person to decide, or null
 * @param batch the batch to decide, or null
 * @param onRecord what the admission desk has on record beside the batch; null if it is not at the desk
 * @param roster the market to decide, or null
 * @param patrol the patrols to decide, or null
 * @param expect the members of the decision that matter
 */
record RuleCase(
        String name,
        int asOf,
        @Nullable Person person,
        @Nullable Batch batch,
        @Nullable OnRecord onRecord,
        @Nullable Roster roster,
        @Nullable Patrols patrol,
        JsonNode expect) {
    private static final Fields FIELDS = Fields.of(
                    "case", "asOf", "person", "batch", "onRecord", "roster", "patrol", "expect")
            .requiring("case", "asOf", "expect");
    private static final YAMLFactory YAML =
            YAMLFactory.builder().streamReadConstraints(Json.LIMITS).build();

    /** Times in cases carry their offset; the zone only turns them into civil days, as everywhere. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * The cases of one file.
     *
     * @throws org.anxin.json.InvalidInputException with every mistake and its place
     */
    static List<RuleCase> read(String yaml, Words words) throws IOException {
        JsonParser parser = YAML.createParser(yaml);
        return FactInput.read(parser, words, ZONE, in -> in.list(RuleCase::one));
    }

    private static @Nullable RuleCase one(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String name = null;
        int asOf = Days.NONE;
        Person person = null;
        Batch batch = null;
        Roster roster = null;
        OnRecord onRecord = null;
        Patrols patrol = null;
        JsonNode expect = null;
        while (in.next()) {
            switch (in.field()) {
                case "case" -> name = in.text();
                case "asOf" -> asOf = in.day();
                case "person" -> person = PersonJson.read(in, new HashSet<>());
                case "batch" -> batch = BatchJson.read(in, new HashSet<>());
                case "roster" -> roster = RosterJson.read(in);
                case "onRecord" -> onRecord = OnRecordJson.read(in);
                case "patrol" -> patrol = PatrolsJson.read(in);
                default -> expect = in.tree();
            }
        }
        if (in.clean()
                && Stream.of(person, batch, roster, patrol)
                                .filter(Objects::nonNull)
                                .count()
                        != 1) {
            in.report(ErrorCode.ONE_SUBJECT);
        }
        return in.clean()
                ? new RuleCase(
                        Objects.requireNonNull(name),
                        asOf,
                        person,
                        batch,
                        onRecord,
                        roster,
                        patrol,
                        Objects.requireNonNull(expect))
                : null;
    }
}
