package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages of imported goods; the English ones stand in {@code messages/batch_en.properties}. */
@MessageBundle(value = "batch", locale = "zh")
public interface BatchTexts {
    @Message("进口货物")
    String title();

    @Message("入场申报的批次：三证一报告是否齐全、一致，能否入场")
    String subtitle();

    @Message("批次")
    String batches();

    @Message("批次")
    String batch();

    @Message("登记批次")
    String declare();

    @Message("供没有系统的市场使用：先登记申报内容，再逐份补交凭证；每次都立即重新判定。")
    String declareNote();

    @Message("登记并判定")
    String declareNow();

    @Message("入场核验")
    String gate();

    @Message("召回")
    String recalls();

    @Message("查找")
    String search();

    @Message("批次编号的开头、经营户编号，或任一凭证的完整编号")
    String searchHint();

    @Message("结论")
    String outcome();

    @Message("市场")
    String market();

    @Message("全部市场")
    String allMarkets();

    @Message("判定日")
    String decidedFor();

    @Message("查看")
    String show();

    @Message("清除条件")
    String showAll();

    @Message("货物")
    String goods();

    @Message("经营户")
    String operator();

    @Message("到货日期")
    String arrives();

    @Message("发现的问题")
    String found();

    @Message("人工")
    String byPerson();

    @Message("、")
    String comma();

    @Message("：")
    String colon();

    @Message("没有符合条件的批次。")
    String nothingFound();

    @Message("还没有申报的批次。")
    String nothingYet();

    @Message("批次列表")
    String toList();

    @Message("“待”与“缺”为当前；判定为{day}的。")
    String figuresOf(String day);

    @Message("入场申报")
    String declaration();

    @Message("{time} 由 {by} 登记")
    String receivedBy(String time, String by);

    @Message("申报的批号")
    String declaredLots();

    @Message("没有申报批号。")
    String noLots();

    @Message("批号")
    String lotNo();

    @Message("数量")
    String quantity();

    @Message("单位")
    String unit();

    @Message("批号")
    String lots();

    @Message("第 {no} 行批号")
    String lotNoOf(int no);

    @Message("第 {no} 行数量")
    String quantityOf(int no);

    @Message("第 {no} 行单位")
    String unitOf(int no);

    @Message("增加几行")
    String moreLots();

    @Message("准入凭证")
    String pass();

    @Message("补交凭证")
    String addDocument();

    @Message("补交")
    String add();

    @Message("补交并判定")
    String addNow();

    @Message("左边是申报内容，照原件填写凭证。提交后批次立即重新判定。")
    String addNote();

    @Message("判定日{day}，规则版本")
    String decidedAsOf(String day);

    @Message("未保存")
    String refused();

    @Message("已召回")
    String recalled();

    @Message("{time} 认定为虚假：")
    String foundFalse(String time);

    @Message("认定已撤销")
    String withdrawn();

    @Message("{time} 撤销：")
    String withdrawnOn(String time);

    @Message("复核")
    String settle();

    @Message("结论")
    String verdict();

    @Message("准入")
    String admit();

    @Message("不得入场")
    String refuse();

    @Message("理由")
    String reason();

    @Message("1 至 200 字，记入判定历史，不能更改。")
    String settleHint();

    @Message("必须提交，尚缺")
    String missing();

    @Message("已被第 {no} 份替换")
    String replacedBy(int no);

    @Message("打开扫描件")
    String openScan();

    @Message("没有扫描件")
    String noScan();

    @Message("上传扫描件")
    String addScan();

    @Message("换一份扫描件")
    String newScan();

    @Message("上传")
    String keepScan();

    @Message("扫描件")
    String scan();

    @Message("PDF、PNG、JPEG 或 WebP；可以以后再传。")
    String scanHint();

    @Message("先前选的文件已保存，不必再选。")
    String scanKept();

    @Message("更正")
    String correct();

    @Message("认定虚假")
    String reportFalse();

    @Message("判定历史")
    String history();

    @Message("序号")
    String no();

    @Message("时间")
    String when();

    @Message("起因")
    String cause();

    @Message("规则")
    String rules();

    @Message("人工结论")
    String person();

    @Message("重新判定")
    String again();

    @Message("判定日")
    String asOf();

    @Message("按现有凭证、登记信息和现行规则重新判定；召回的批次由此恢复或改判。")
    String againHint();

    @Message("批次编号")
    String batchId();

    @Message("市场自定的申报编号：字母、数字和 . _ : -")
    String batchIdHint();

    @Message("经营户编号")
    String operatorId();

    @Message("经营户所在市场")
    String operatorsMarket();

    @Message("原产地")
    String origin();

    @Message("供货者")
    String supplier();

    @Message("冷链")
    String coldChain();

    @Message("未说明")
    String unsaid();

    @Message("是")
    String yes();

    @Message("否")
    String noCold();

    @Message("申报日期")
    String declaredOn();

    @Message("请改正标出的项目；其余内容都还在。")
    String seeFields();

    @Message("回到批次")
    String back();

    @Message("哪一种凭证？")
    String whichType();

    @Message("其他项目")
    String moreFields();

    @Message("检测结果")
    String result();

    @Message("打印后随货同行；入场时扫描二维码核验。")
    String passNote();

    @Message("进口货物准入凭证")
    String passTitle();

    @Message("尚无准入凭证")
    String noPass();

    @Message("此凭证今日无效")
    String passVoid();

    @Message("准入有效")
    String passCounts();

    @Message("准入码二维码")
    String qr();

    @Message("凭证有效期至{day}")
    String validUntil(String day);

    @Message("凭证未注明截止日")
    String noEnd();

    @Message("以入场时扫码核验的结果为准。")
    String passFoot();

    @Message("用扫码枪扫描准入凭证的二维码，或输入准入码后按回车。")
    String gateNote();

    @Message("核验结果")
    String gateResult();

    @Message("无此凭证")
    String unknownPass();

    @Message("码不完整，或凭证是伪造的。请重扫一次；仍不行，货物不得入场。")
    String unknownHint();

    @Message("可以入场")
    String mayEnter();

    @Message("不得入场")
    String mayNotEnter();

    @Message("已召回 · 不得入场")
    String recalledStop();

    @Message("核验日期：{day}")
    String checkedFor(String day);

    @Message("凭证有效期至")
    String until();

    @Message("准入码")
    String code();

    @Message("扫码枪会自动按回车。")
    String codeHint();

    @Message("核验")
    String check();

    @Message("凭证一经认定为虚假，凭其入场或待复核的批次立即召回，并通知市场。")
    String recallsNote();

    @Message("已召回的批次")
    String recalledList();

    @Message("认定为虚假的凭证")
    String falseDocuments();

    @Message("凭证")
    String document();

    @Message("状态")
    String state();

    @Message("理由")
    String why();

    @Message("认定时间")
    String foundOn();

    @Message("认定为虚假")
    String standing();

    @Message("没有认定为虚假的凭证。")
    String noneFalse();

    @Message("认定凭证虚假")
    String recordFalse();

    @Message("凭证类型")
    String documentType();

    @Message("凭证编号")
    String documentNo();

    @Message("请选择")
    String choose();

    @Message("1 至 200 字，市场会看到。")
    String falseHint();

    @Message("认定并召回")
    String recordAndRecall();

    @Message("持有相关货物的批次")
    String holders();

    @Message("以此凭证申报过的所有批次")
    String holdersNote();

    @Message("准入起")
    String admittedFrom();

    @Message("仍在使用")
    String presented();

    @Message("已替换")
    String replaced();

    @Message("没有批次用过此凭证。")
    String nobodyHolds();

    @Message("撤销认定")
    String withdraw();

    @Message("认定有误时撤销；已召回的批次须逐一重新判定。")
    String withdrawHint();
}
