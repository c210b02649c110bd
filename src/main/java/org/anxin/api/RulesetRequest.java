package org.anxin.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about versions of the rules. */
final class RulesetRequest {
    private static final String FILES = "files";
    private static final String REASON = "reason";
    private static final Fields CHECK = Fields.of("base", FILES).requiring(FILES);
    private static final Fields DRAFT = Fields.of("base", REASON, FILES).requiring(REASON, FILES);
    private static final Fields APPROVAL = Fields.of("id", REASON).requiring("id", REASON);
    private static final Fields ACTIVATION = Fields.of("effectiveFrom", REASON).requiring(REASON);
    private static final Fields ROLLBACK = Fields.of(REASON).requiring(REASON);
    private static final Bilingual FILES_SHAPE =
            new Bilingual("对象：文件路径和全文，null 表示删去此文件", "an object of paths and whole texts, null to leave a file out");

    private RulesetRequest() {}

    /**
     * Files to be checked.
     *
     * @param base the version that they change; null if they are all there are
     * @param files texts by path; null to leave one of the base out
     * @param reason why it was written; empty for a mere check
     */
    record Draft(@Nullable String base, Map<String, @Nullable String> files, String reason) {}

    /**
     * An approval.
     *
     * @param id of the content that was looked at
     */
    record Approval(String id, String reason) {}

    /**
     * An activation.
     *
     * @param effectiveFrom as an epoch day; {@link Days#NONE} if not given
     */
    record Activation(int effectiveFrom, String reason) {}

    static @Nullable Draft readCheck(FactInput in) throws IOException {
        return in.begins(CHECK) ? readFiles(in) : null;
    }

    static @Nullable Draft readDraft(FactInput in) throws IOException {
        return in.begins(DRAFT) ? readFiles(in) : null;
    }

    private static @Nullable Draft readFiles(FactInput in) throws IOException {
        String base = null;
        String reason = "";
        Map<String, @Nullable String> files = new LinkedHashMap<>();
        boolean well = true;
        while (in.next()) {
            switch (in.field()) {
                case "base" -> base = in.text();
                case REASON -> reason = in.filledText();
                default -> well = addFiles(in.tree(), files);
            }
        }
        if (!well) {
            in.report(FILES, ErrorCode.WRONG_TYPE, FILES_SHAPE);
        }
        return in.clean() && reason != null ? new Draft(base, files, reason) : null;
    }

    private static boolean addFiles(JsonNode tree, Map<String, @Nullable String> files) {
        boolean well = tree.isObject();
        for (Map.Entry<String, JsonNode> file : tree.properties()) {
            well &= file.getValue().isTextual() || file.getValue().isNull();
            files.put(file.getKey(), file.getValue().textValue());
        }
        return well;
    }

    static @Nullable Approval readApproval(FactInput in) throws IOException {
        if (!in.begins(APPROVAL)) {
            return null;
        }
        String id = null;
        String reason = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.filledText();
                default -> reason = in.filledText();
            }
        }
        return in.clean() && id != null && reason != null ? new Approval(id, reason) : null;
    }

    static @Nullable Activation readActivation(FactInput in) throws IOException {
        return in.begins(ACTIVATION) ? readReasons(in) : null;
    }

    static @Nullable Activation readRollback(FactInput in) throws IOException {
        return in.begins(ROLLBACK) ? readReasons(in) : null;
    }

    private static @Nullable Activation readReasons(FactInput in) throws IOException {
        int effectiveFrom = Days.NONE;
        String reason = null;
        while (in.next()) {
            switch (in.field()) {
                case "effectiveFrom" -> effectiveFrom = in.day();
                default -> reason = in.filledText();
            }
        }
        return in.clean() && reason != null ? new Activation(effectiveFrom, reason) : null;
    }
}
