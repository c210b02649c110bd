package org.anxin.admission;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** How messages call days, words, documents and fields. */
final class Names {
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

    private static final Map<String, Bilingual> FIELDS = Map.ofEntries(
            Map.entry("arrivesOn", new Bilingual("到货日期", "date of arrival")),
            Map.entry("declaredOn", new Bilingual("申报日期", "date of declaration")),
            Map.entry("goods.name", new Bilingual("货物名称", "name of the goods")),
            Map.entry("goods.origin", new Bilingual("原产地", "origin of the goods")),
            Map.entry("goodsName", new Bilingual("货物名称", "name of the goods")),
            Map.entry("holder", new Bilingual("持有人", "holder")),
            Map.entry("issuedOn", new Bilingual("签发日期", "date of issue")),
            Map.entry("lots", new Bilingual("批号", "list of lots")),
            Map.entry("lots.lotNo", new Bilingual("批号", "lot number")),
            Map.entry("lots.quantity", new Bilingual("数量", "quantity")),
            Map.entry("lots.unit", new Bilingual("单位", "unit")),
            Map.entry("marketId", new Bilingual("市场", "market")),
            Map.entry("number", new Bilingual("编号", "number")),
            Map.entry("origin", new Bilingual("原产地", "origin of the goods")),
            Map.entry("result", new Bilingual("检测结果", "result")),
            Map.entry("sampledOn", new Bilingual("采样日期", "date of sampling")),
            Map.entry("supplier", new Bilingual("供货者", "supplier")),
            Map.entry("validUntil", new Bilingual("有效期", "last day of validity")));

    private Names() {}

    /**
     * A day as people write it.
     *
     * @param day epoch day
     */
    static Bilingual day(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return new Bilingual(CHINESE_DAY.format(date), ENGLISH_DAY.format(date));
    }

    /** A declared word's name, or its code where the ruleset does not declare it. */
    static Bilingual word(Words words, String kind, String code) {
        return words.find(kind, code) == null ? new Bilingual(code, code) : words.name(kind, code);
    }

    /** The type of document that a finding means, for example "supplier licence". */
    static Bilingual type(Finding finding) {
        String type = finding.document();
        return type == null
                ? new Bilingual("凭证", "document")
                : word(finding.grounds().words(), "document", type);
    }

    /**
     * The document that a finding means, with its number as far as it has one: "supplier licence SL-1" or "the supplier
     * licence". The Chinese ends in a space after a number, so that a sentence can go on.
     */
    static Bilingual document(Finding finding) {
        Bilingual type = type(finding);
        String number = finding.number();
        return number == null
                ? new Bilingual(type.zh(), "the " + type.en())
                : new Bilingual(type.zh() + " " + number + " ", type.en() + " " + number);
    }

    /** What people call a field of the HTTP contract. */
    static Bilingual field(String field) {
        Bilingual name = FIELDS.get(field);
        return name == null ? new Bilingual(field, field) : name;
    }

    /** The operator of a batch. */
    static Bilingual operator(@Nullable Operator operator) {
        return operator == null || operator.id() == null
                ? new Bilingual("经营户", "the operator")
                : new Bilingual("经营户 " + operator.id(), "operator " + operator.id());
    }

    /** {@code words} with a capital at its beginning. */
    static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
