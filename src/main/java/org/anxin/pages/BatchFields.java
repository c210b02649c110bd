package org.anxin.pages;

import java.util.Map;
import org.anxin.text.Bilingual;

/** What people call the fields of declarations and documents. */
final class BatchFields {
    private static final Map<String, Bilingual> LABELS = Map.ofEntries(
            Map.entry("operator", new Bilingual("经营户", "Operator")),
            Map.entry("marketId", new Bilingual("进入市场", "Market entered")),
            Map.entry("declaredOn", new Bilingual("申报日期", "Declared on")),
            Map.entry("arrivesOn", new Bilingual("到货日期", "Arrives on")),
            Map.entry("supplier", new Bilingual("供货者", "Supplier")),
            Map.entry("goods.name", new Bilingual("货物名称", "Goods")),
            Map.entry("goods.origin", new Bilingual("原产地", "Origin")),
            Map.entry("goods.coldChain", new Bilingual("冷链", "Cold chain")),
            Map.entry("number", new Bilingual("编号", "Number")),
            Map.entry("issuedOn", new Bilingual("签发日期", "Issued on")),
            Map.entry("validUntil", new Bilingual("有效期至", "Valid until")),
            Map.entry("sampledOn", new Bilingual("采样日期", "Sampled on")),
            Map.entry("holder", new Bilingual("持有人", "Holder")),
            Map.entry("goodsName", new Bilingual("货物名称", "Goods")),
            Map.entry("origin", new Bilingual("原产地", "Origin")),
            Map.entry("result", new Bilingual("检测结果", "Result")));

    private BatchFields() {}

    /** The label of a field; its name where it has none. */
    static Bilingual label(String field) {
        return LABELS.getOrDefault(field, new Bilingual(field, field));
    }
}
