package org.anxin.lake;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * The tables of a lake (docs/scale.md). There is no name, no identity number and no telephone number: deciding needs none. A
 * person's number {@code no} joins the narrow tables.
 */
final class LakeSchema {
    /** Everything about a person in one row. */
    static final MessageType PEOPLE = parse("""
            message person {
              required int64 no;
              required binary id (STRING);
              optional int32 released_on (DATE);
              required group assignments (LIST) { repeated group list { required group element {
                required binary market_id (STRING);
                required binary market_type (STRING);
                optional binary subdistrict (STRING);
                required binary category (STRING);
                optional binary operator_id (STRING);
                required int32 from_on (DATE);
                optional int32 to_on (DATE);
              } } }
              required group absences (LIST) { repeated group list { required group element {
                required int32 from_on (DATE);
                optional int32 to_on (DATE);
              } } }
              required group samples (LIST) { repeated group list { required group element {
                required int32 taken_on (DATE);
                required binary result (STRING);
              } } }
            }""");

    /** The people of the narrow tables. */
    static final MessageType PERSONS = parse("""
            message person {
              required int64 no;
              required binary id (STRING);
              optional int32 released_on (DATE);
            }""");

    static final MessageType ASSIGNMENTS = parse("""
            message assignment {
              required int64 person_no;
              required binary market_id (STRING);
              required binary market_type (STRING);
              optional binary subdistrict (STRING);
              required binary category (STRING);
              optional binary operator_id (STRING);
              required int32 from_on (DATE);
              optional int32 to_on (DATE);
            }""");

    static final MessageType ABSENCES = parse("""
            message absence {
              required int64 person_no;
              required int32 from_on (DATE);
              optional int32 to_on (DATE);
            }""");

    static final MessageType SAMPLES = parse("""
            message sample {
              required int64 person_no;
              required int32 taken_on (DATE);
              required binary result (STRING);
            }""");

    /** All markets, also those where nobody works: each is sent its lists, and be it empty ones. */
    static final MessageType MARKETS = parse("""
            message market {
              required binary id (STRING);
              required binary type (STRING);
              optional binary subdistrict (STRING);
            }""");

    private LakeSchema() {}

    private static MessageType parse(String schema) {
        return MessageTypeParser.parseMessageType(schema);
    }
}
