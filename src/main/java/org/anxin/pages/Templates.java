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

    static native TemplateInstance whatif(Frame frame, WhatIfPage page);

    static native TemplateInstance comparison(Frame frame, WhatIfPage page);

    static native TemplateInstance patrols(Frame frame, PatrolsPage page);

    static native TemplateInstance finding(Frame frame, FindingPage page);

    static native TemplateInstance visit(Frame frame, VisitPage page);

    static native TemplateInstance visitForm(Frame frame, VisitFormPage page);

    static native TemplateInstance notices(Frame frame, NoticesPage page);

    static native TemplateInstance marketPart(Frame frame, MarketPartPage page);

    static native TemplateInstance sweep(Frame frame, SweepPage page);

    static native TemplateInstance batches(Frame frame, BatchesPage page);

    static native TemplateInstance batch(Frame frame, BatchPage page);

    static native TemplateInstance declare(Frame frame, DeclarePage page);

    static native TemplateInstance document(Frame frame, DocumentPage page);

    static native TemplateInstance pass(Frame frame, PassPage page);

    static native TemplateInstance gate(Frame frame, GatePage page);

    static native TemplateInstance recalls(Frame frame, RecallsPage page);

    static native TemplateInstance recall(Frame frame, RecallPage page);

    static native TemplateInstance previews(Frame frame, PreviewForm page);

    static native TemplateInstance impact(Frame frame, ImpactPage page);

    static native TemplateInstance schedule(Frame frame, SchedulePage page);

    static native TemplateInstance history(Frame frame, HistoryPage page);

    static native TemplateInstance shadow(Frame frame, ShadowPage page);

    static native TemplateInstance change(Frame frame, ChangePage page);

    static native TemplateInstance changed(Frame frame, ImpactListPage page);
}
