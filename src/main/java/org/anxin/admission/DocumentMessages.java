package org.anxin.admission;

import org.anxin.text.Bilingual;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/** Sentences about what one document says, or does not say. */
final class DocumentMessages {
    private DocumentMessages() {}

    static @Nullable Bilingual incomplete(Finding finding) {
        String field = finding.field();
        if (field == null || finding.grounds().document() == null) {
            return null;
        }
        Bilingual document = Names.document(finding);
        Bilingual name = Names.field(field);
        return new Bilingual(
                document.zh() + "未填写" + name.zh() + "。",
                Names.sentence(document.en()) + " does not give the " + name.en() + ".");
    }

    static @Nullable Bilingual originDiffers(Finding finding) {
        Document document = finding.grounds().document();
        Goods goods = finding.grounds().batch().goods();
        return document == null || goods == null
                ? null
                : differ(finding, document.origin(), goods.origin(), new Bilingual("原产地", "origin"));
    }

    static @Nullable Bilingual goodsNameDiffers(Finding finding) {
        Document document = finding.grounds().document();
        Goods goods = finding.grounds().batch().goods();
        return document == null || goods == null
                ? null
                : differ(finding, document.goodsName(), goods.name(), new Bilingual("货物名称", "goods name"));
    }

    private static @Nullable Bilingual differ(
            Finding finding, @Nullable String certified, @Nullable String declared, Bilingual what) {
        if (!differ(certified, declared)) {
            return null;
        }
        Bilingual document = Names.document(finding);
        return new Bilingual(
                document.zh() + "的" + what.zh() + "为“" + certified + "”，申报的" + what.zh() + "为“" + declared + "”。",
                Names.sentence(document.en()) + " gives the " + what.en() + " \"" + certified
                        + "\"; the declaration gives \"" + declared + "\".");
    }

    static @Nullable Bilingual holderDiffers(Finding finding) {
        Document document = finding.grounds().document();
        String supplier = finding.grounds().batch().supplier();
        if (document == null || !differ(document.holder(), supplier)) {
            return null;
        }
        Bilingual name = Names.document(finding);
        return new Bilingual(
                name.zh() + "的持有人为“" + document.holder() + "”，申报的供货者为“" + supplier + "”。",
                Names.sentence(name.en()) + " is held by \"" + document.holder() + "\"; the declared supplier is \""
                        + supplier + "\".");
    }

    static @Nullable Bilingual notNegative(Finding finding) {
        Document document = finding.grounds().document();
        if (document == null || document.result() == null) {
            return null;
        }
        Bilingual name = Names.document(finding);
        Bilingual result = Names.word(finding.grounds().words(), "result", document.result());
        return new Bilingual(
                name.zh() + "的检测结果为“" + result.zh() + "”，不是阴性。",
                Names.sentence(name.en()) + " has the result \"" + result.en() + "\", not negative.");
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        String first = CommonForm.of(one);
        String second = CommonForm.of(other);
        return !first.isEmpty() && !second.isEmpty() && !first.equals(second);
    }
}
