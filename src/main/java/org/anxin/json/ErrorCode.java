package org.anxin.json;

import org.anxin.text.Bilingual;

/**
 * What can be wrong with facts that someone sent. The names are part of the HTTP contract (SPEC section 6). Messages say
 * what to do, and never repeat a value.
 */
public enum ErrorCode {
    EMPTY_BODY("没有内容，应为一个 JSON 文档。", "There is no content; a JSON document was expected."),
    NOT_UTF8(
            "第%s行第%s列起不是 UTF-8 编码，请以 UTF-8 重新保存或发送，且不要压缩。",
            "Not UTF-8 from line %s, column %s; send it as uncompressed UTF-8."),
    SYNTAX(
            "第%s行第%s列的语法有误，请检查引号、逗号和括号。",
            "The syntax is wrong at line %s, column %s; check quotes, commas and brackets."),
    ENDS_EARLY(
            "文档在第%s行第%s列中断，缺少结尾的引号或括号。",
            "The document breaks off at line %s, column %s; a closing quote or bracket is missing."),
    TRAILING_CONTENT("文档结束后还有多余内容（第%s行第%s列）。", "There is more after the end of the document (line %s, column %s)."),
    TOO_DEEP("嵌套超过%s层。", "Nested more than %s deep."),
    NAME_TOO_LONG("字段名超过%s个字符。", "A field name is longer than %s characters."),
    ALIAS_REFUSED("不支持 YAML 别名，请直接写出内容。", "YAML aliases are not supported; write the content out."),
    NOTHING_ASKED("“personnel”和“batches”至少要有一个。", "Give \"personnel\" or \"batches\", or both."),
    ONE_OF_TWO("“person”和“batch”须恰有一个。", "Give either a \"person\" or a \"batch\"."),
    ONE_SUBJECT(
            "案例须恰有一个判定对象：“person”“batch”“roster”或“patrol”。",
            "A case has exactly one of \"person\", \"batch\", \"roster\" and \"patrol\"."),
    REQUIRED("必填，不能缺少、为 null 或空白。", "Required; it may not be missing, null or blank."),
    EMPTY_LIST("至少要有一项。", "At least one entry is required."),
    WRONG_TYPE("类型不对，应为%s。", "Wrong type; expected %s."),
    UNKNOWN_FIELD("没有这个字段%s。", "There is no such field%s."),
    DUPLICATE_FIELD("同一对象中字段重复。", "The field is given twice in one object."),
    DUPLICATE_ID("编号在本次请求中重复。", "The id is used twice in this request."),
    BAD_ID("编号须为1到64个字母、数字或 . _ : -。", "An id is 1 to 64 letters, digits or . _ : - characters."),
    BAD_TEXT("文本含有控制字符或不成对的代理字符。", "The text contains a control character or half a surrogate pair."),
    TEXT_TOO_LONG("文本超过%s个字符。", "The text is longer than %s characters."),
    UNDECLARED_WORD("不是已声明的词%s。已声明的词见 words.yaml。", "Not a declared word%s. Declared words stand in words.yaml."),
    BAD_NUMBER("须为普通数字，不含引号。", "A plain number without quotes was expected."),
    NUMBER_TOO_LONG("数字最多18位，其中小数最多6位。", "A number has at most 18 digits, 6 of them after the point."),
    BAD_DATE("日期须写作 2022-04-05。", "A date is written like 2022-04-05."),
    BAD_TIME(
            "须为日期（2022-04-05）或带时区的时间（2022-04-05T09:30:00+08:00）。",
            "A date (2022-04-05) or a time with offset (2022-04-05T09:30:00+08:00) was expected."),
    OFFSET_MISSING(
            "时间须带时区，例如 2022-04-05T09:30:00+08:00。", "A time needs an offset, for example 2022-04-05T09:30:00+08:00."),
    IMPOSSIBLE_DATE("没有这个日期或时刻。", "There is no such date or time of day."),
    DATE_OUT_OF_RANGE("年份须在1900到2999之间。", "The year must be from 1900 to 2999."),
    TO_BEFORE_FROM("“to”早于“from”。", "\"to\" is before \"from\"."),
    UNKNOWN_REFERENCE(
            "没有登记这个编号，请先登记或核对编号。", "Nothing is registered under this id; register it first, or check the id."),
    DIFFERS_FROM_ADDRESS("与地址中的不一致，请改为一致或省略。", "Differs from the address; make it the same, or leave it out."),
    BAD_LIMIT("须为1到%s的整数。", "A whole number from 1 to %s was expected."),
    BAD_CURSOR("须为上一页的“next”。", "The \"next\" of the page before was expected."),
    UNKNOWN_PARAMETER("没有这个查询参数%s。", "There is no such query parameter%s."),
    REPEATED_PARAMETER("查询参数重复。", "The query parameter is given more than once."),
    NO_HEADER("文件没有内容，第一行应为列名。", "The file is empty; its first row names the columns."),
    UNKNOWN_COLUMN("没有这一列%s。", "There is no such column%s."),
    MISSING_COLUMN("缺少这一列。", "This column is missing."),
    DUPLICATE_COLUMN("列名重复。", "The column is given twice."),
    WRONG_FIELD_COUNT("本行有%s栏，而表头有%s栏。", "This row has %s fields, the header has %s."),
    LINE_BREAK("引号内有换行，多半是某个引号没有成对。", "There is a line break inside quotes; probably a quote has no counterpart."),
    BAD_QUOTES(
            "从本行开始引号有误：引号未关闭，或关闭后还有内容，或一栏过长。",
            "The quotes are wrong from this line on: not closed, followed by more text, or around too long a field."),
    BAD_ENCODING("从本行起不是 %s 编码。", "Not %s from this line on."),
    LINE_TOO_LONG("行超过1 MiB。", "The line is longer than 1 MiB."),
    SAMPLES_OR_SAMPLE("“samples”之外不能再有单个采样的字段。", "Beside \"samples\" there may be no members of a single sample."),
    BAD_IDEMPOTENCY_KEY("须为1到255个可见 ASCII 字符。", "1 to 255 visible ASCII characters were expected."),
    UNKNOWN_FORMAT("格式须为%s。", "The format is %s."),
    BAD_MOMENT(
            "须为带时区的时间，例如 2022-04-05T09:30:00+08:00。", "A time with offset (2022-04-05T09:30:00+08:00) was expected."),
    DUPLICATE_ITEM("同一次巡查中项目重复。", "The item is answered twice in one patrol."),
    CAMERA_ELSEWHERE("此摄像机不属于该市场，请核对摄像机或市场。", "The camera is at another market; check the camera or the market."),
    RECTIFIED_BEFORE("整改时间早于发现时间。", "Rectified before it was found."),
    UNKNOWN_STATE("状态须为 OPEN、RECTIFIED 或 OVERDUE。", "The state is OPEN, RECTIFIED or OVERDUE."),
    RANGE_TOO_LONG("起止日期最多相隔%s天。", "The range has at most %s days."),
    DAY_OR_RANGE("请只给“asOf”，或同时给“from”和“to”。", "Give either \"asOf\", or \"from\" and \"to\" together."),
    UNKNOWN_KIND("没有这一种类%s。", "There is no such kind%s."),
    BAD_SHARE("须为0到1之间的数。", "A number from 0 to 1 was expected.");

    private final String zh;
    private final String en;

    ErrorCode(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * The sentence for people.
     *
     * @param arguments fill the gaps in order; a {@link Bilingual} differs by language
     */
    public Bilingual message(Object... arguments) {
        Object[] chinese = new Object[arguments.length];
        Object[] english = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            chinese[i] = arguments[i] instanceof Bilingual text ? text.zh() : arguments[i];
            english[i] = arguments[i] instanceof Bilingual text ? text.en() : arguments[i];
        }
        return new Bilingual(zh.formatted(chinese), en.formatted(english));
    }
}
