package org.anxin.rulebook;

import java.util.List;
import java.util.stream.Stream;
import org.anxin.text.Bilingual;

/** STUB until the rulebook is merged. */
public record Ruleset(String id, Words words) {
    /** STUB. */
    public static Ruleset stub() {
        return new Ruleset(
                "sha256:" + "0".repeat(64),
                new Words(Stream.of(
                                word("marketType", "FARMERS", "PROFESSIONAL"),
                                word("category", "STAFF", "DIRECT_CONTACT", "INDIRECT_CONTACT", "TEMPORARY"),
                                word("result", "NEGATIVE", "PENDING", "POSITIVE", "INVALID"),
                                word(
                                        "document",
                                        "SUPPLIER_LICENCE",
                                        "QUARANTINE_CERTIFICATE",
                                        "DISINFECTION_CERTIFICATE",
                                        "TEST_REPORT"))
                        .flatMap(List::stream)
                        .toList()));
    }

    private static List<Words.Word> word(String kind, String... codes) {
        return Stream.of(codes)
                .map(code -> new Words.Word(kind, code, new Bilingual(code, code), false))
                .toList();
    }
}
