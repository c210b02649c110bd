package org.anxin.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a lake says of itself, in its file {@code lake.json}: whoever decides its people proves by it that nobody is missing.
 *
 * @param asOf the day it was made for, such as {@code 2022-04-07}
 * @param knownAt the moment that all its tables show, in RFC 3339; null of what was generated
 * @param ruleset id of the rules in {@code rules/}; null if there are none
 * @param registered people with any assignment, counted by the database and not from what was written
 * @param people rows about people
 * @param assignments of all of them
 * @param absences of all of them
 * @param samples of all of them
 * @param markets all there are
 * @param shapes which tables there are
 */
public record LakeManifest(
        String asOf,
        @Nullable String knownAt,
        @Nullable String ruleset,
        long registered,
        long people,
        long assignments,
        long absences,
        long samples,
        long markets,
        Set<LakeShape> shapes) {
    /** Its name in the lake. */
    public static final String FILE = "lake.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    void write(Path lake) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(lake.resolve(FILE).toFile(), this);
    }
}
