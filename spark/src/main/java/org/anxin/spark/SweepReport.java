package org.anxin.spark;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to, with the proof that nobody was missed.
 *
 * @param asOf the day, such as {@code 2022-04-07}
 * @param ruleset id of the rules that decided
 * @param knownAt the moment that the facts show, if the lake says so
 * @param registered people with any assignment, counted on their own
 * @param evaluated people who were decided
 * @param byStatus of those
 * @param errorCount people who could not be decided
 * @param errors the first of them
 * @param listed lines of both lists of all markets
 * @param markets that have lists, empty ones included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SweepReport(
        String asOf,
        String ruleset,
        @Nullable String knownAt,
        long registered,
        long evaluated,
        Map<String, Long> byStatus,
        long errorCount,
        List<Failed> errors,
        Map<String, Long> listed,
        long markets) {
    /** Its name within a run; it is the last file that a run writes. */
    static final String FILE = "report.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Somebody who could not be decided.
     *
     * @param code stable code
     * @param zh what to correct
     * @param en what to correct
     */
    record Failed(String personId, String code, String zh, String en) {}

    /** Whether everybody was decided or named. */
    @JsonProperty
    boolean complete() {
        return registered == evaluated + errorCount;
    }

    String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written", e);
        }
    }
}
