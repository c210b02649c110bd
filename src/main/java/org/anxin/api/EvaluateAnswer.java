package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecisionJson;
import org.anxin.json.JsonOutput;
import org.anxin.metrics.DecisionMeters;
import org.anxin.policy.Policy;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecisionJson;

/** Decides a whole request and writes the answer as SPEC section 6 shows it. */
final class EvaluateAnswer {
    private static final SerializableString AS_OF = new SerializedString("asOf");
    private static final SerializableString RULESET = new SerializedString("ruleset");
    private static final SerializableString PERSONNEL = new SerializedString("personnel");
    private static final SerializableString BATCHES = new SerializedString("batches");
    private static final int EMPTY_SIZE = 256;
    private static final int DECISION_SIZE = 2048;

    private EvaluateAnswer() {}

    /**
     * The answer as UTF-8.
     *
     * @param asOf the day decided for, as an epoch day
     * @param meters count what is decided
     */
    static byte[] of(EvaluateRequest request, Policy policy, int asOf, DecisionMeters meters) {
        int decisions = request.personnel().size() + request.batches().size();
        return JsonBytes.of(EMPTY_SIZE + decisions * DECISION_SIZE, out -> write(out, request, policy, asOf, meters));
    }

    private static void write(
            JsonGenerator out, EvaluateRequest request, Policy policy, int asOf, DecisionMeters meters)
            throws IOException {
        out.writeStartObject();
        JsonOutput.day(out, AS_OF, asOf);
        JsonOutput.text(out, RULESET, policy.ruleset().id());
        out.writeFieldName(PERSONNEL);
        out.writeStartArray();
        for (Person person : request.personnel()) {
            PersonDecisionJson.write(out, meters.counted(policy.testing().decide(person, asOf)));
        }
        out.writeEndArray();
        out.writeFieldName(BATCHES);
        out.writeStartArray();
        for (Batch batch : request.batches()) {
            BatchDecisionJson.write(out, meters.counted(policy.admission().decide(batch, asOf)));
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
