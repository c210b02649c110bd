package org.anxin.ledger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.zip.DataFormatException;
import org.anxin.json.Json;

/**
 * One decision of an entry.
 *
 * @param facts a JSON object, to the byte as it was written
 * @param answer likewise
 */
public record Line(String facts, String answer) {
    private static final String FACTS = "{\"facts\":";
    private static final String ANSWER = ",\"answer\":";

    static Line of(String line) throws DataFormatException {
        try (JsonParser in = Json.FACTORY.createParser(line)) {
            if (line.startsWith(FACTS) && line.endsWith("}") && in.nextToken() == JsonToken.START_OBJECT) {
                in.nextToken();
                in.nextToken();
                in.skipChildren();
                int end = (int) in.currentLocation().getCharOffset();
                if (line.startsWith(ANSWER, end)) {
                    return new Line(
                            line.substring(FACTS.length(), end),
                            line.substring(end + ANSWER.length(), line.length() - 1));
                }
            }
        } catch (IOException e) {
            throw new DataFormatException("a line is no JSON");
        }
        throw new DataFormatException("a line has no facts and answer");
    }
}
