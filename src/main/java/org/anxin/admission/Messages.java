package org.anxin.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What people read about a finding. Staff may use a code in a rule of their own or declare a new one: where the facts are
 * not those that a sentence speaks of, the code's name, with the place, stands for it.
 */
final class Messages {
    private static final Map<String, Function<Finding, @Nullable Bilingual>> BY_CODE = Map.ofEntries(
            Map.entry("DECLARATION_INCOMPLETE", DeclarationMessages::incomplete),
            Map.entry("DOCUMENT_MISSING", DeclarationMessages::documentMissing),
            Map.entry("OPERATOR_NOT_ACTIVATED", DeclarationMessages::notActivated),
            Map.entry("LETTER_NOT_SIGNED", DeclarationMessages::letterNotSigned),
            Map.entry("DOCUMENT_INCOMPLETE", DocumentMessages::incomplete),
            Map.entry("ORIGIN_MISMATCH", DocumentMessages::originDiffers),
            Map.entry("GOODS_NAME_DIFFERS", DocumentMessages::goodsNameDiffers),
            Map.entry("SUPPLIER_MISMATCH", DocumentMessages::holderDiffers),
            Map.entry("TEST_NOT_NEGATIVE", DocumentMessages::notNegative),
            Map.entry("DOCUMENT_EXPIRED", DateMessages::expired),
            Map.entry("DOCUMENT_FALSE", RecordMessages::foundFalse),
            Map.entry("CERTIFICATE_USED_UP", RecordMessages::usedUp),
            Map.entry("CERTIFICATE_CONTRADICTED", RecordMessages::contradicted),
            Map.entry("DATE_IN_FUTURE", DateMessages::inFuture),
            Map.entry("DATE_ORDER", DateMessages::order),
            Map.entry("LOT_NOT_COVERED", LotMessages::notCovered),
            Map.entry("QUANTITY_EXCEEDED", LotMessages::quantityExceeded),
            Map.entry("UNIT_DIFFERS", LotMessages::unitDiffers));

    private Messages() {}

    static Bilingual of(Finding finding) {
        Function<Finding, @Nullable Bilingual> sentence = BY_CODE.get(finding.code());
        Bilingual message = sentence == null ? null : sentence.apply(finding);
        return message == null ? general(finding) : message;
    }

    /** For example "A document is incomplete: supplier licence SL-1, holder." */
    private static Bilingual general(Finding finding) {
        Bilingual name = Names.word(finding.grounds().words(), "finding", finding.code());
        List<Bilingual> place = place(finding);
        String en = Names.sentence(name.en());
        return place.isEmpty()
                ? new Bilingual(name.zh() + "。", en + ".")
                : new Bilingual(
                        name.zh() + "："
                                + String.join(
                                        "，",
                                        place.stream()
                                                .map(part -> part.zh().strip())
                                                .toList()) + "。",
                        en + ": "
                                + String.join(
                                        ", ", place.stream().map(Bilingual::en).toList()) + ".");
    }

    private static List<Bilingual> place(Finding finding) {
        List<Bilingual> place = new ArrayList<>();
        if (finding.document() != null) {
            place.add(Names.document(finding));
        }
        if (finding.field() != null) {
            place.add(Names.field(finding.field()));
        }
        if (finding.lot() != null) {
            place.add(new Bilingual("批号 " + finding.lot(), "lot " + finding.lot()));
        }
        return place;
    }
}
