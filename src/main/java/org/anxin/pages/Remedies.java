package org.anxin.pages;

import org.anxin.text.Bilingual;

/** What to do about a finding about a batch. Staff may add codes; those have the usual remedy. */
final class Remedies {
    private static final Bilingual CORRECTED_DOCUMENT =
            new Bilingual("核对原件；如录入有误，请更正此凭证。", "Check the original; if it was mistyped, correct the document here.");
    private static final Bilingual NEW_DECLARATION = new Bilingual(
            "申报内容不能修改；请以新的编号重新申报。", "What was declared cannot be changed; declare the goods anew under another id.");
    private static final Bilingual USUAL =
            new Bilingual("补齐或更正后，批次会重新判定。", "Add or correct what is wrong; the batch is then decided again.");

    private Remedies() {}

    /** The remedy for a code. */
    static Bilingual of(String code) {
        return switch (code) {
            case "DECLARATION_INCOMPLETE" -> NEW_DECLARATION;
            case "DOCUMENT_MISSING" -> new Bilingual("请补交此凭证。", "Add this document.");
            case "DOCUMENT_INCOMPLETE" ->
                new Bilingual("请更正此凭证，填写缺少的项目。", "Correct the document: fill in what is missing.");
            case "LOT_NOT_COVERED" ->
                new Bilingual(
                        "请补交列有该批号的凭证；批号申报有误的，请重新申报。",
                        "Add a document that lists the lot; if its number was declared wrongly, declare anew.");
            case "QUANTITY_EXCEEDED", "CERTIFICATE_USED_UP" ->
                new Bilingual(
                        "请补交覆盖其余数量的凭证，或按凭证数量重新申报。",
                        "Add a document for the rest, or declare anew no more than the documents cover.");
            case "TEST_NOT_NEGATIVE" ->
                new Bilingual(
                        "货物不得入场，按规定处置；复检阴性的，请补交新的报告。",
                        "The goods stay out; handle them by the rules. If a new test is negative, correct the report.");
            case "DOCUMENT_EXPIRED" ->
                new Bilingual("请补交在入场日有效的凭证。", "Correct it by a document valid on the day of entry.");
            case "OPERATOR_NOT_ACTIVATED" ->
                new Bilingual("请经营户先激活账号，然后重新判定。", "Have the operator activate the account, then decide again.");
            case "LETTER_NOT_SIGNED" ->
                new Bilingual("请经营户先签订四方责任书，然后重新判定。", "Have the operator sign the letter, then decide again.");
            case "DOCUMENT_FALSE" ->
                new Bilingual("虚假凭证不能替换；请以新的编号重新申报货物。", "A false document cannot be replaced; declare the goods anew.");
            case "ORIGIN_MISMATCH",
                    "GOODS_NAME_DIFFERS",
                    "UNIT_DIFFERS",
                    "SUPPLIER_MISMATCH",
                    "DATE_IN_FUTURE",
                    "DATE_ORDER",
                    "CERTIFICATE_CONTRADICTED" -> CORRECTED_DOCUMENT;
            default -> USUAL;
        };
    }
}
