package org.anxin.admission;

import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Sentences about dates that do not fit together. */
final class DateMessages {
    private DateMessages() {}

    static @Nullable Bilingual expired(Finding finding) {
        if (finding.grounds().onRecord().admitted()) {
            return RecordMessages.expired(finding);
        }
        Document document = finding.grounds().document();
        int entry = DeclaredTexts.entry(finding.grounds().batch());
        if (document == null || !after(entry, document.validUntil())) {
            return null;
        }
        Bilingual name = Names.document(finding);
        Bilingual until = Names.day(document.validUntil());
        Bilingual enters = Names.day(entry);
        return new Bilingual(
                name.zh() + "有效期至" + until.zh() + "，货物于" + enters.zh() + "入场。",
                Names.sentence(name.en()) + " was valid until " + until.en() + "; the goods enter on " + enters.en()
                        + ".");
    }

    static @Nullable Bilingual inFuture(Finding finding) {
        int day = day(finding);
        int asOf = finding.grounds().asOf();
        if (finding.field() == null || !after(day, asOf)) {
            return null;
        }
        Bilingual name =
                finding.document() == null ? new Bilingual("入场申报", "the declaration") : Names.document(finding);
        Bilingual field = Names.field(finding.field());
        return new Bilingual(
                name.zh() + "的" + field.zh() + Names.day(day).zh() + "晚于判定日"
                        + Names.day(asOf).zh() + "。",
                Names.sentence(name.en()) + ": the " + field.en() + ", "
                        + Names.day(day).en() + ", is after the day of this decision, "
                        + Names.day(asOf).en() + ".");
    }

    static @Nullable Bilingual order(Finding finding) {
        Document document = finding.grounds().document();
        if (document == null) {
            return null;
        }
        return "sampledOn".equals(finding.field()) ? sampled(finding, document) : issued(finding, document);
    }

    private static @Nullable Bilingual sampled(Finding finding, Document document) {
        if (!after(document.sampledOn(), document.issuedOn())) {
            return null;
        }
        Bilingual name = Names.document(finding);
        Bilingual sampled = Names.day(document.sampledOn());
        Bilingual issued = Names.day(document.issuedOn());
        return new Bilingual(
                name.zh() + "的采样日期" + sampled.zh() + "晚于签发日期" + issued.zh() + "。",
                Names.sentence(name.en()) + " was issued on " + issued.en() + ", before its sample was taken on "
                        + sampled.en() + ".");
    }

    private static @Nullable Bilingual issued(Finding finding, Document document) {
        int entry = DeclaredTexts.entry(finding.grounds().batch());
        if (!"issuedOn".equals(finding.field()) || !after(document.issuedOn(), entry)) {
            return null;
        }
        Bilingual name = Names.document(finding);
        Bilingual issued = Names.day(document.issuedOn());
        Bilingual enters = Names.day(entry);
        return new Bilingual(
                name.zh() + "的签发日期" + issued.zh() + "晚于入场日" + enters.zh() + "。",
                Names.sentence(name.en()) + " was issued on " + issued.en() + ", after the goods enter on "
                        + enters.en() + ".");
    }

    private static int day(Finding finding) {
        Document document = finding.grounds().document();
        if (document == null) {
            return "declaredOn".equals(finding.field())
                    ? finding.grounds().batch().declaredOn()
                    : Days.NONE;
        }
        return "sampledOn".equals(finding.field())
                ? document.sampledOn()
                : "issuedOn".equals(finding.field()) ? document.issuedOn() : Days.NONE;
    }

    private static boolean after(int day, int other) {
        return day != Days.NONE && other != Days.NONE && day > other;
    }
}
