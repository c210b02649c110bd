package org.anxin.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.DataFormatException;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecisionJson;
import org.anxin.admission.BatchJson;
import org.anxin.admission.OnRecord;
import org.anxin.admission.OnRecordJson;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Json;
import org.anxin.ledger.Line;
import org.anxin.ledger.LoggedRow;
import org.anxin.policy.Policy;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecisionJson;
import org.anxin.testing.PersonJson;
import org.jspecify.annotations.Nullable;

/** Decides facts again that the log carries: those of stored batches, and those that callers gave. */
final class GivenAgain implements Again {
    private static final Fields FACTS = Fields.of("person", "batch", "onRecord");

    /** The log has days, and no times that would become days. */
    private static final ZoneId ANY = ZoneId.of("UTC");

    private record Facts(@Nullable Person person, @Nullable Batch batch, OnRecord onRecord) {
        String subject() {
            return person != null ? person.id() : batch != null ? batch.id() : "";
        }
    }

    @Override
    public List<Difference> of(LoggedRow row, Policy policy) {
        List<Difference> differences = new ArrayList<>();
        int place = 0;
        try {
            for (Line line : row.lines()) {
                place++;
                Facts facts = facts(line.facts(), policy);
                String now = decide(facts, policy, row.entry().day());
                if (!now.equals(line.answer())) {
                    differences.add(new Difference(
                            row.name(), place, facts.subject(), DifferenceKind.ANSWER, line.answer(), now));
                }
            }
        } catch (DataFormatException | IOException | InvalidInputException e) {
            differences.add(new Difference(row.name(), place, "", DifferenceKind.UNREADABLE, "", ""));
        }
        return differences;
    }

    private static Facts facts(String facts, Policy policy) throws IOException {
        try (JsonParser in = Json.FACTORY.createParser(facts)) {
            return FactInput.read(in, policy.ruleset().words(), ANY, GivenAgain::read);
        }
    }

    private static @Nullable Facts read(FactInput in) throws IOException {
        if (!in.begins(FACTS)) {
            return null;
        }
        Person person = null;
        Batch batch = null;
        OnRecord onRecord = OnRecord.NOTHING;
        while (in.next()) {
            switch (in.field()) {
                case "person" -> person = PersonJson.read(in, new HashSet<>());
                case "batch" -> batch = BatchJson.read(in, new HashSet<>());
                default -> {
                    OnRecord given = OnRecordJson.read(in);
                    onRecord = given == null ? onRecord : given;
                }
            }
        }
        return in.clean() ? new Facts(person, batch, onRecord) : null;
    }

    private static String decide(Facts facts, Policy policy, int day) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            if (facts.person != null) {
                PersonDecisionJson.write(out, policy.testing().decide(facts.person, day));
            } else if (facts.batch != null) {
                BatchDecisionJson.write(out, policy.admission().decide(facts.batch, facts.onRecord, day));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
