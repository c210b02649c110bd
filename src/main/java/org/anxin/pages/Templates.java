package org.anxin.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages, by what each shows. */
@CheckedTemplate(basePath = "pages")
final class Templates {
    private Templates() {}

    static native TemplateInstance error(Frame frame, PageError error);

    static native TemplateInstance today(Frame frame, TodayPage page);

    static native TemplateInstance markets(Frame frame, MarketsPage page);

    static native TemplateInstance market(Frame frame, MarketPage page);

    static native TemplateInstance people(Frame frame, SearchPage page);

    static native TemplateInstance person(Frame frame, PersonPage page);

    static native TemplateInstance sweeps(Frame frame, SweepsPage page);

    static native TemplateInstance rules(Frame frame, RulesPage page);

    static native TemplateInstance version(Frame frame, VersionPage page);

    static native TemplateInstance file(Frame frame, FilePage page);

    static native TemplateInstance edit(Frame frame, EditPage page);

    static native TemplateInstance gaps(Frame frame, GapsPage page);

    static native TemplateInstance patrols(Frame frame, PatrolsPage page);

    static native TemplateInstance finding(Frame frame, FindingPage page);

    static native TemplateInstance visit(Frame frame, VisitPage page);

    static native TemplateInstance visitForm(Frame frame, VisitFormPage page);

    static native TemplateInstance notices(Frame frame, NoticesPage page);

    static native TemplateInstance marketPart(Frame frame, MarketPartPage page);

    static native TemplateInstance sweep(Frame frame, SweepPage page);
}
