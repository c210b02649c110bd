package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages of patrols and notices; the English ones stand in {@code messages/patrol_en.properties}. */
@MessageBundle(value = "patrol", locale = "zh")
public interface PatrolTexts {
    @Message("巡查")
    String patrols();

    @Message("通知")
    String notices();

    @Message("“四个一律”“三个到位”查得怎样、哪些要整改、何时为止")
    String subtitle();

    @Message("记录一次巡查")
    String record();

    @Message("再记录一次")
    String recordNext();

    @Message("巡查的各页")
    String views();

    @Message("问题")
    String findings();

    @Message("各市场巡查")
    String days();

    @Message("摄像机")
    String cameras();

    @Message("未就绪")
    String readiness();

    @Message("筛选")
    String filter();

    @Message("截至")
    String asOf();

    @Message("市场")
    String market();

    @Message("项目")
    String item();

    @Message("范围")
    String scope();

    @Message("较为普遍，已抄告街道")
    String widespread();

    @Message("未抄告街道")
    String single();

    @Message("发现于")
    String foundOn();

    @Message("整改期限")
    String dueOn();

    @Message("全部")
    String all();

    @Message("查看")
    String show();

    @Message("全部")
    String wholeList();

    @Message("全部列出，以便打印")
    String wholeToPrint();

    @Message("照片 {no}")
    String photoNo(int no);

    @Message("照片")
    String photos();

    @Message("JPEG 或 PNG，可选多张；在手机上可直接拍摄。")
    String photosHint();

    @Message("已保存，无须再选：")
    String kept();

    @Message("依据")
    String ground();

    @Message("规则")
    String rule();

    @Message("文件")
    String directive();

    @Message("巡查")
    String visit();

    @Message("巡查照片")
    String photosOfVisit();

    @Message("记录整改")
    String rectify();

    @Message("整改时间")
    String rectifiedAt();

    @Message("如何整改")
    String proof();

    @Message("记录整改并关闭")
    String close();

    @Message("经过")
    String history();

    @Message("检查项目")
    String checklist();

    @Message("结果")
    String answer();

    @Message("备注")
    String remark();

    @Message("其他备注")
    String remarks();

    @Message("达到")
    String met();

    @Message("未达到")
    String failed();

    @Message("未查")
    String notLooked();

    @Message("换一个市场")
    String otherMarket();

    @Message("下一步")
    String goOn();

    @Message("尚未记录")
    String notRecorded();

    @Message("请改正标出的内容后再提交；已填写的都在。")
    String nothingLost();

    @Message("巡查时间")
    String at();

    @Message("方式")
    String how();

    @Message("到场")
    String onTheSpot();

    @Message("记录")
    String save();

    @Message("每条通知按市场依次送达；未送达的自动再送，直到送达")
    String sending();

    @Message("没有设置接收方：通知由市场和街道自行取阅")
    String notSending();

    @Message("未送达")
    String failing();

    @Message("状态")
    String state();

    @Message("待送达")
    String waiting();

    @Message("已送达")
    String delivered();

    @Message("巡查与就绪")
    String patrolsAndReadiness();

    @Message("在几个市场的人，在每个市场各计一次")
    String countsAtEach();

    @Message("未整改")
    String unrectified();

    @Message("其中逾期")
    String overdue();

    @Message("当日巡查")
    String checksToday();

    @Message("巡查达到要求")
    String asRequired();

    @Message("未就绪")
    String notReady();

    @Message("全区")
    String district();

    @Message("是")
    String yes();

    @Message("否")
    String no();

    @Message("检测义务开始")
    String owes();

    @Message("检测义务结束")
    String owed();

    @Message("核查")
    String bySweep();

    @Message("岗位")
    String assignments();

    @Message("类别")
    String category();

    @Message("经营户")
    String operator();

    @Message("起")
    String from();

    @Message("止")
    String to();

    @Message("在岗")
    String inForce();

    @Message("当时没有已知的岗位。")
    String noAssignments();

    @Message("账号与责任书")
    String account();

    @Message("不得经营")
    String forbidden();

    @Message("提醒")
    String reminder();

    @Message("没有缺少的事项")
    String isReady();

    @Message("事项")
    String what();

    @Message("账号激活")
    String activated();

    @Message("签订责任书")
    String signed();
}
