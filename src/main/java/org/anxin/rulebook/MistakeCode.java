package org.anxin.rulebook;

import static org.anxin.rulebook.Mistake.Severity.ERROR;
import static org.anxin.rulebook.Mistake.Severity.WARNING;

import org.anxin.rulebook.Mistake.Severity;
import org.anxin.text.Bilingual;

/** Every kind of mistake in rule files, with its cause and remedy in both languages; {@code %s} stand for arguments. */
public enum MistakeCode {
    DIRECTORY_UNREADABLE(
            "无法读取规则目录。",
            "The rule directory cannot be read.",
            "检查目录是否存在以及访问权限。",
            "Check that it exists and may be read."),
    FILE_TOO_LARGE(
            "文件过大：超过 %s 字节。",
            "The file is larger than %s bytes.", "按主题拆分为较小的文件。", "Split it into smaller files, one subject each."),
    FILE_UNREADABLE(
            "无法读取文件：它不是普通文件，或没有访问权限。",
            "The file cannot be read: it is no regular file, or access is denied.",
            "用普通文件代替链接，并检查访问权限。",
            "Put a regular file in place of a link, and check that it may be read."),
    FILE_NAME_REFUSED(
            "文件名过长，或有无法辨认的字符。",
            "The file's name is too long or has characters that cannot be told.",
            "用字母、汉字、数字、连字符和点重新命名；若名称无误，请在 UTF-8 环境（LANG=C.UTF-8）下启动。",
            "Rename it with letters, digits, hyphens and dots; if it reads well, start with LANG=C.UTF-8."),
    FILE_IGNORED(
            WARNING,
            "没有读取此文件：它的名称不是规则、词语、依据或案例文件的名称。",
            "The file is not read: by its name it holds neither rules nor words, directives or cases.",
            "规则文件以 .drl 结尾，案例文件以 .cases.yaml 结尾。",
            "Rule files end in .drl, cases in .cases.yaml."),
    DIRECTORY_TOO_LARGE(
            "规则目录过大：全部文件超过 %s 字节。",
            "The rule directory is too large: all files together exceed %s bytes.",
            "删除不用的文件。",
            "Remove files that are not used."),
    TOO_MANY_FILES("文件过多：超过 %s 个。", "There are more than %s files.", "删除不用的文件。", "Remove files that are not used."),
    TOO_MANY_RULES("规则过多：超过 %s 条。", "There are more than %s rules.", "合并或删除规则。", "Merge or remove rules."),
    TOO_MANY_WORDS(
            "词类 %s 的词语过多：超过 %s 个。",
            "The kind of word %s has more than %s words.", "删除不用的词语。", "Remove words that are not used."),
    NOT_UTF8("文件不是 UTF-8 编码。", "The file is not UTF-8 text.", "用 UTF-8 编码重新保存。", "Save it again as UTF-8."),
    FILE_MISSING("缺少文件 %s。", "The file %s is missing.", "从随软件提供的规则中复制一份。", "Copy it from the shipped rules."),
    RULES_GONE(
            "案例文件 %s 旁边没有规则文件。",
            "There are no rules beside the cases %s.",
            "放回规则文件；若确要删除这些规则，请把案例文件一并删除。",
            "Put the rule file back, or remove its cases too if the rules are to go."),
    FILE_MISPLACED(
            "规则文件不在已知的文件夹中。",
            "The rule file is in no known folder.",
            "移到以下文件夹之一：%s。",
            "Move it into one of the folders %s."),
    MORE_MISTAKES(
            "此文件至少还有 %s 处错误。",
            "This file has at least %s more mistakes.", "先改正前面的错误。", "Correct those before this first."),
    CHARACTER_REFUSED("此处不允许字符 %s。", "The character %s is not allowed here.", "%s", "%s"),
    TEXT_UNCLOSED("文本没有右引号。", "The text has no closing quote.", "在同一行内用 \" 结束文本。", "End it with \" on the same line."),
    TEXT_TOO_LONG("文本过长。", "The text is too long.", "最多 %s 个字。", "Write at most %s characters."),
    COMMENT_UNCLOSED("注释没有结束。", "The comment has no end.", "用 */ 结束注释。", "End it with */."),
    UNEXPECTED("此处应为%s,却是%s。", "Expected %s here, found %s.", "%s", "%s"),
    TOO_DEEP("括号嵌套过深。", "Parentheses are nested too deeply.", "把条件拆成几条规则。", "Split the condition into several rules."),
    RULE_TOO_LONG(
            "规则过长：超过 %s 个词和符号。",
            "The rule is too long: more than %s words and signs.", "拆成几条规则。", "Split it into several rules."),
    CONSTRUCT_REFUSED("规则文件中不能使用 %s。", "%s cannot be used in a rule file.", "%s", "%s"),
    PACKAGE_WRONG(
            "此文件夹中的规则属于包 %s。",
            "Rules in this folder belong to the package %s.", "第一行写：package %s", "Write on the first line: package %s"),
    RULE_ID_MALFORMED(
            "规则名的第一个词不是规则编号。",
            "The first word of the rule's name is not a rule id.",
            "规则名写成“编号 英文句子”，编号由大写字母、数字和连字符组成，如 FM-3D。",
            "Name the rule \"ID English sentence\"; an id is of capital letters, digits and hyphens, such as FM-3D."),
    RULE_ID_DUPLICATE(
            "规则编号 %s 已在 %s 第 %s 行使用。",
            "The rule id %s is already used in %s, line %s.", "换一个编号。", "Choose another id."),
    SENTENCE_MISSING(
            "规则名在编号之后没有英文句子。",
            "The rule's name has no English sentence after the id.",
            "在编号之后写一句英文说明。",
            "Write an English sentence after the id."),
    TITLE_MISSING("规则缺少中文标题。", "The rule has no Chinese title.", "加上 @title(\"…\")。", "Add @title(\"…\")."),
    DIRECTIVE_MISSING("规则缺少依据文件。", "The rule names no directive.", "加上 @directive(\"…\")。", "Add @directive(\"…\")."),
    DIRECTIVE_UNKNOWN("directives.yaml 中没有文件 %s。", "directives.yaml has no directive %s.", "%s", "%s"),
    ANNOTATION_REFUSED(
            "不能使用 @%s。",
            "@%s cannot be used.",
            "每条规则只写 @title(\"…\") 和 @directive(\"…\") 各一次。",
            "Write @title(\"…\") and @directive(\"…\"), once each."),
    DIRECTIVES_MIXED(
            WARNING,
            "一个文件中的规则依据不同的文件。",
            "The rules of one file carry out different directives.",
            "每个文件只放同一依据的规则。",
            "Keep rules of one directive in a file."),
    FACT_UNKNOWN("没有事实类型 %s。", "There is no fact %s.", "%s", "%s"),
    FIELD_UNKNOWN("%s 没有字段 %s。", "%s has no field %s.", "%s", "%s"),
    WORD_UNDECLARED("words.yaml 的 %s 中没有 %s。", "words.yaml declares no %s called %s.", "%s", "%s"),
    OPERATOR_UNFIT("字段 %s 不能这样比较。", "The field %s cannot be compared like this.", "%s", "%s"),
    VALUE_UNFIT("此处应为%s。", "Expected %s here.", "%s", "%s"),
    DATE_IMPOSSIBLE("没有这个日期。", "There is no such date.", "%s", "%s"),
    NUMBER_OUT_OF_RANGE(
            "数字超出范围。", "The number is out of range.", "写 %s 至 %s 之间的整数。", "Write a whole number from %s to %s."),
    VERB_UNKNOWN("没有动作 %s。", "There is no verb %s.", "%s", "%s"),
    PHRASE_UNKNOWN("此处没有词语 %s。", "There is no phrase %s here.", "%s", "%s"),
    PHRASE_UNFINISHED("短语没有说完。", "The phrase is not finished.", "接着写 %s。", "Go on with %s."),
    PHRASE_TOO_LONG(
            "短语过长：超过 %s 个词。", "The phrase is too long: more than %s words.", "拆成几条规则。", "Split the rule into several."),
    ARGUMENTS_UNFIT("%s 的参数数目不对。", "%s has the wrong number of arguments.", "应为 %s 个。", "It takes %s."),
    BINDING_UNKNOWN("%s 未在 when 中定义。", "%s is not bound in the when part.", "写 %s。", "Write %s."),
    WINDOW_EMPTY("%s", "%s", "%s", "%s"),
    RULE_NEVER_APPLIES(
            WARNING,
            "此规则的条件自相矛盾，永远不会适用。",
            "The rule's conditions contradict each other: it never applies.",
            "检查条件。",
            "Check the conditions."),
    YAML_MALFORMED("不是有效的 YAML。", "This is not valid YAML.", "%s", "%s"),
    YAML_ENTRY_WRONG("%s", "%s", "%s", "%s"),
    YAML_KEY_MISSING("缺少 %s。", "%s is missing.", "加上 %s。", "Add %s."),
    YAML_KEY_UNKNOWN("没有 %s 这一项。", "There is no entry called %s.", "%s", "%s"),
    WORD_KIND_UNKNOWN("没有词类 %s。", "There is no kind of word %s.", "%s", "%s"),
    WORD_KIND_MISSING(
            "words.yaml 缺少词类 %s。", "words.yaml lacks the kind of word %s.", "加上这一类及其词语。", "Add it with its words."),
    DUPLICATE_ENTRY("%s 写了两次。", "%s is written twice.", "删去其中一个。", "Remove one of them."),
    ENGINE_REFUSED(
            "规则引擎拒绝了这些规则（%s）。",
            "The rule engine refused these rules (%s).", "请把此信息报告给开发者。", "Report this to the developers."),
    CASE_FAILED(WARNING, "案例“%s”不符：%s", "Case \"%s\" fails: %s", "改正规则或案例。", "Correct the rule or the case."),
    CASE_UNREADABLE(WARNING, "案例无法读取：%s", "The case cannot be read: %s", "改正案例。", "Correct the case."),
    CASE_MISSING(
            WARNING,
            "没有案例说明规则 %s 何时%s。",
            "No case shows the rule %s %s.",
            "在旁边的 *.cases.yaml 中加一个案例。",
            "Add a case to the *.cases.yaml beside it."),
    CASE_ONE_SIDED(
            WARNING,
            "规则 %s：没有案例落在%s。",
            "Rule %s: no case lies on %s.",
            "在旁边的 *.cases.yaml 中加上它。",
            "Add one to the *.cases.yaml beside it."),
    CHANGE_UNNOTICED(
            WARNING,
            "把 %s 改为 %s，没有案例发现。",
            "No case notices when %s becomes %s.",
            "加一个结果会因此不同的案例。",
            "Add a case whose outcome would differ."),
    OBLIGATION_GAP(
            WARNING, "%s没有检测义务：%s。", "No obligation %s: %s.", "若非本意，请补一条规则。", "Add a rule if that is not meant."),
    RULE_SILENT(
            WARNING,
            "%s，规则 %s 不适用于任何人。",
            "%s the rule %s concerns nobody.",
            "检查条件和期间。",
            "Check its condition and window."),
    RULES_COINCIDE(
            WARNING,
            "规则 %s 与 %s 总是同时适用：%s。",
            "The rules %s and %s always apply together: %s.",
            "若其中一条多余，请删去。",
            "Remove one of them if it is superfluous."),
    WINDOW_OVER(
            WARNING,
            "规则 %s 的期间已于%s结束。",
            "The window of the rule %s ended on %s.",
            "不再需要时删去规则，或写新的期间。",
            "Remove the rule when it is not needed, or give it new days.");

    private final Severity severity;
    private final Bilingual cause;
    private final Bilingual remedy;

    MistakeCode(String causeZh, String causeEn, String remedyZh, String remedyEn) {
        this(ERROR, causeZh, causeEn, remedyZh, remedyEn);
    }

    MistakeCode(Severity severity, String causeZh, String causeEn, String remedyZh, String remedyEn) {
        this.severity = severity;
        this.cause = new Bilingual(causeZh, causeEn);
        this.remedy = new Bilingual(remedyZh, remedyEn);
    }

    /**
     * The mistake at a place. The arguments fill the placeholders of the cause, then those of the remedy; a
     * {@link Bilingual} argument is taken in the language of the text.
     */
    public Mistake at(Position place, Object... arguments) {
        return new Mistake(
                name(), severity, place, filled(cause, 0, arguments), filled(remedy, holes(cause), arguments), null);
    }

    private static Bilingual filled(Bilingual template, int skip, Object... arguments) {
        Object[] zh = new Object[arguments.length - Math.min(skip, arguments.length)];
        Object[] en = new Object[zh.length];
        for (int i = 0; i < zh.length; i++) {
            Object argument = arguments[skip + i];
            Object written = argument instanceof String text ? shortened(text) : argument;
            zh[i] = argument instanceof Bilingual both ? both.zh() : written;
            en[i] = argument instanceof Bilingual both ? both.en() : written;
        }
        return new Bilingual(template.zh().formatted(zh), template.en().formatted(en));
    }

    /** What an author wrote, as a message repeats it: not longer than a line, and nothing in it that is not seen. */
    static String shortened(String written) {
        return Characters.shown(written, 80);
    }

    private static int holes(Bilingual template) {
        return (template.en().length() - template.en().replace("%s", "").length()) / 2;
    }
}
