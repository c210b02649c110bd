package org.anxin.rulebook;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;

/** Reads conditions aloud, for people who do not read rule files. */
final class ConditionWords {
    private static final Bilingual ALWAYS = new Bilingual("全部", "all");
    private static final Bilingual AND = new Bilingual("，且", " and ");
    private static final Bilingual OR = new Bilingual("，或", " or ");

    private final Words words;

    /** @param words that rules name */
    ConditionWords(Words words) {
        this.words = words;
    }

    /** To whom or what a condition applies. */
    Bilingual of(Condition condition) {
        Condition inner = unwrapped(condition);
        if (inner instanceof Condition.And and) {
            return and.parts().isEmpty() ? ALWAYS : joined(and.parts(), AND);
        }
        if (inner instanceof Condition.Or or) {
            return joined(or.parts(), OR);
        }
        return comparison((Condition.Comparison) inner);
    }

    /** What a condition of one part wraps. */
    private static Condition unwrapped(Condition condition) {
        Condition inner = condition;
        while (inner instanceof Condition.And and && and.parts().size() == 1) {
            inner = and.parts().get(0);
        }
        while (inner instanceof Condition.Or or && or.parts().size() == 1) {
            inner = or.parts().get(0);
        }
        return inner;
    }

    private Bilingual joined(List<Condition> parts, Bilingual sign) {
        return new Bilingual(
                parts.stream().map(part -> nested(part).zh()).collect(Collectors.joining(sign.zh())),
                parts.stream().map(part -> nested(part).en()).collect(Collectors.joining(sign.en())));
    }

    private Bilingual nested(Condition part) {
        Bilingual inner = of(part);
        boolean isJoined = !(unwrapped(part) instanceof Condition.Comparison);
        return isJoined ? new Bilingual("（" + inner.zh() + "）", "(" + inner.en() + ")") : inner;
    }

    private Bilingual comparison(Condition.Comparison comparison) {
        if (comparison instanceof Condition.OneOf oneOf) {
            return oneOf(oneOf);
        }
        if (comparison instanceof Condition.Contains contains) {
            return contains(contains);
        }
        if (comparison instanceof Condition.Truth truth) {
            Bilingual meaning = truth.field().meaning();
            return truth.wanted() ? meaning : new Bilingual("并非“" + meaning.zh() + "”", "not: " + meaning.en());
        }
        return relation((Condition.Relation) comparison);
    }

    private Bilingual oneOf(Condition.OneOf oneOf) {
        Bilingual field = oneOf.field().meaning();
        String zh = names(oneOf.field(), oneOf.codes(), Bilingual::zh, "或");
        String en = names(oneOf.field(), oneOf.codes(), Bilingual::en, " or ");
        return new Bilingual(
                field.zh() + (oneOf.wanted() ? "为" : "不为") + zh,
                field.en() + (oneOf.wanted() ? " is " : " is not ") + en);
    }

    private Bilingual contains(Condition.Contains contains) {
        Bilingual field = contains.field().meaning();
        List<String> code = List.of(contains.code());
        String zh = names(contains.field(), code, Bilingual::zh, "");
        String en = names(contains.field(), code, Bilingual::en, "");
        return new Bilingual(
                field.zh() + (contains.wanted() ? "包含" : "不包含") + zh,
                field.en() + (contains.wanted() ? " include " : " do not include ") + en);
    }

    private String names(Field<?> field, List<String> codes, Function<Bilingual, String> language, String sign) {
        return codes.stream().map(code -> language.apply(name(field, code))).collect(Collectors.joining(sign));
    }

    private Bilingual name(Field<?> field, String code) {
        String kind = field instanceof Field.Word<?> word
                ? word.kind()
                : field instanceof Field.WordSet<?> set ? set.kind() : null;
        Words.Word declared = kind == null ? null : words.find(kind, code);
        return declared == null ? new Bilingual("“" + code + "”", "“" + code + "”") : declared.name();
    }

    private static Bilingual relation(Condition.Relation relation) {
        Bilingual field = relation.field().meaning();
        boolean isDay = relation.field() instanceof Field.Day<?>;
        String number = Integer.toString(relation.constant());
        Bilingual value = isDay ? DayText.of(relation.constant()) : new Bilingual(number, number);
        Bilingual sign = sign(relation.sign());
        String zh = field.zh() + sign.zh() + value.zh() + (relation.ifMissing() ? "或未知" : "");
        String en = field.en() + " " + sign.en() + " " + value.en() + (relation.ifMissing() ? ", or not known" : "");
        return new Bilingual(zh, en);
    }

    /** What stands between a field and the constant that it is compared with, as an author writes it, in words. */
    static Bilingual sign(String operator) {
        for (Condition.Sign sign : Condition.Sign.values()) {
            if (sign.text.equals(operator)) {
                return sign(sign);
            }
        }
        return switch (operator) {
            case "in" -> new Bilingual("为", "is");
            case "not in" -> new Bilingual("不为", "is not");
            case "contains" -> new Bilingual("包含", "include");
            case "not contains" -> new Bilingual("不包含", "do not include");
            default -> new Bilingual("", "");
        };
    }

    private static Bilingual sign(Condition.Sign sign) {
        return switch (sign) {
            case EQUAL -> new Bilingual("等于", "is");
            case DIFFERENT -> new Bilingual("不等于", "is not");
            case LESS -> new Bilingual("小于", "less than");
            case AT_MOST -> new Bilingual("不超过", "at most");
            case MORE -> new Bilingual("大于", "more than");
            case AT_LEAST -> new Bilingual("不少于", "at least");
        };
    }
}
