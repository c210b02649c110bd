package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Assignments in JSON. */
public final class AssignmentJson {
    private static final Fields FIELDS = Fields.of("personId", "marketId", "category", "from", "operatorId", "to");

    private AssignmentJson() {}

    /**
     * The assignment at which {@code in} stands, or null if mistakes were reported.
     *
     * @param key as the address has it
     * @param isMarket whether there is a market of an id
     * @param isOperator whether there is an operator of an id
     */
    public static @Nullable RegisteredAssignment read(
            FactInput in, AssignmentKey key, Predicate<String> isMarket, Predicate<String> isOperator)
            throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String operatorId = null;
        LocalDate to = null;
        while (in.next()) {
            switch (in.field()) {
                case "personId" -> Addressed.check(in, in.id(), key.personId());
                case "marketId" -> Addressed.check(in, in.id(), key.marketId());
                case "category" -> Addressed.check(in, in.text(), key.category());
                case "from" -> Addressed.check(in, Dates.read(in), key.from());
                case "operatorId" -> operatorId = OperatorJson.reference(in, isOperator);
                default -> to = Dates.read(in);
            }
        }
        if (!isMarket.test(key.marketId())) {
            in.report("marketId", ErrorCode.UNKNOWN_REFERENCE);
        }
        in.requireWord("category", "category", key.category());
        Dates.checkOrder(in, key.from(), to);
        return in.clean() ? new RegisteredAssignment(key, operatorId, to) : null;
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, RegisteredAssignment assignment) throws IOException {
        AssignmentKey key = assignment.key();
        out.writeStartObject();
        out.writeStringField("personId", key.personId());
        out.writeStringField("marketId", key.marketId());
        out.writeStringField("category", key.category());
        Dates.write(out, "from", key.from());
        out.writeStringField("operatorId", assignment.operatorId());
        Dates.write(out, "to", assignment.to());
        out.writeEndObject();
    }
}
