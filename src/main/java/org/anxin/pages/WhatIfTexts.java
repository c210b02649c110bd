package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the what-if page; the English ones stand in {@code messages/whatif_en.properties}. */
@MessageBundle(value = "whatif", locale = "zh")
public interface WhatIfTexts {
    @Message("试改规则")
    String title();

    @Message("换一个数字或日期，看某个人或某批货物的判定会怎样变化；不会改动任何规则，也不保存任何内容。")
    String subtitle();

    @Message("规则")
    String rule();

    @Message("选择")
    String choose();

    @Message("改动的数字")
    String numbers();

    @Message("{around}：数字")
    String number(String around);

    @Message("{around}：日期")
    String day(String around);

    @Message("原为 {was}")
    String was(String was);

    @Message("对谁试")
    String onWhom();

    @Message("已登记的人员")
    String stored();

    @Message("粘贴的事实")
    String pasted();

    @Message("人员编号")
    String person();

    @Message("例如 P-000001；也可在人员页查到")
    String personHint();

    @Message("哪一天")
    String onDay();

    @Message("人员或批次的事实（JSON）")
    String facts();

    @Message("与判定接口 /api/v1/evaluate 的请求相同；以上面的日期为准。内容只用于这次判定，不保存，也不写入日志。")
    String factsHint();

    @Message("看看会怎样")
    String show();

    @Message("改动前后的规则")
    String ruleInWords();

    @Message("现在")
    String before();

    @Message("改动后")
    String after();

    @Message("有何不同")
    String difference();

    @Message("项目")
    String item();

    @Message("不变")
    String same();

    @Message("有变")
    String changed();

    @Message("新增")
    String added();

    @Message("不再有")
    String removed();

    @Message("截至 {day} 的判定")
    String decisions(String day);

    @Message("需要改正")
    String mistakes();

    @Message("另有 {more} 个未列出。")
    String more(String more);

    @Message("在编辑器中真正改动")
    String change();

    @Message("回到规则台")
    String back();

    @Message("试改")
    String link();
}
