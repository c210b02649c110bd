package org.anxin.pages;

import org.anxin.text.Bilingual;

/** Why there is no page. */
public enum PageError {
    NOT_FOUND(
            404,
            "没有这一页",
            "There is no such page",
            "请核对地址或编号，或回到今日页。",
            "Check the address or the id, or go back to today."),
    BAD_ADDRESS(
            400,
            "地址中有不能识别的内容",
            "The address has something in it that cannot be read",
            "日期应写作 2022-04-07；请从页面上的链接和表单进入。",
            "Write days as 2022-04-07; use the links and forms of the pages."),
    BAD_FORM(
            400,
            "表单没有完整收到",
            "The form did not arrive whole",
            "没有任何改动；请用浏览器的“后退”回到表单，再提交一次。",
            "Nothing was changed. Go back in the browser and send the form again."),
    FOREIGN_FORM(
            403,
            "此表单不是从本服务的页面发出的",
            "This form was not sent from a page of this service",
            "为防止其他网站代您操作，已拒绝。请在本服务的页面上重新填写。",
            "It was refused, so that no other site acts in your name. Fill in the form on a page of this service."),
    SIGN_IN(
            401,
            "请先登录",
            "Sign in first",
            "此页面只向登录的人显示；登录后会回到这里。",
            "This page is shown to those who have signed in; afterwards you come back here."),
    NOT_ALLOWED(
            403,
            "您的角色无权查看此页或这样做",
            "Your role may not see this page or do this",
            "没有任何改动。如需此权限，请联系身份认证服务的管理员。",
            "Nothing was changed. If you need this, ask whoever grants roles."),
    OTHER_MARKET(
            403,
            "这不属于您的市场",
            "This is of no market of yours",
            "您可以查看自己市场的页面；没有任何改动。",
            "You see the pages of your own markets; nothing was changed."),
    IDENTITY_UNAVAILABLE(
            503,
            "暂时无法确认您是谁",
            "It cannot be found out now who you are",
            "身份认证服务没有应答；没有任何改动，请稍后重试。",
            "The identity provider does not answer. Nothing was changed; try again in a moment."),
    TOO_LARGE(
            413,
            "提交的内容太大",
            "What was sent is too large",
            "单个规则文件不超过 256 KB，凭证扫描件不超过上限；请用浏览器的“后退”找回内容，缩小后再提交。",
            "A rule file has at most 256 KB, a scan has a limit too. Go back in the browser to get your text, make it"
                    + " smaller, and send it again."),
    UNAVAILABLE(
            503,
            "数据库暂时无法访问",
            "The database cannot be reached at the moment",
            "没有任何改动；请稍后重试。",
            "Nothing was changed; try again in a moment."),
    BUSY(503, "服务繁忙", "The service is busy", "没有任何改动；请稍后重试。", "Nothing was changed; try again in a moment."),
    FAILED(
            500,
            "服务出错",
            "The service failed",
            "原因已记入服务器日志；请告知管理员。",
            "The cause is in the server's log; please tell the administrator.");

    private final int status;
    private final Bilingual title;
    private final Bilingual remedy;

    PageError(int status, String zh, String en, String remedyZh, String remedyEn) {
        this.status = status;
        this.title = new Bilingual(zh, en);
        this.remedy = new Bilingual(remedyZh, remedyEn);
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** What is wrong. */
    public Bilingual title() {
        return title;
    }

    /** What to do. */
    public Bilingual remedy() {
        return remedy;
    }
}
