package org.anxin.api;

import org.anxin.text.Bilingual;

/** The kinds of problem details (RFC 9457) that this service answers with. */
enum ProblemType {
    INVALID_REQUEST(
            400,
            "invalid-request",
            "请求有误",
            "Invalid request",
            "请按 errors 逐项改正后重新发送；未作任何处理。",
            "Correct every entry of errors and send again; nothing was done."),
    INVALID_FILE(
            400,
            "invalid-file",
            "文件有误",
            "Invalid file",
            "请按 errors 逐项改正后重新发送；未保存任何内容。",
            "Correct every entry of errors and send again; nothing was stored."),
    BAD_REQUEST(
            400,
            "bad-request",
            "无法理解请求",
            "Bad request",
            "请求的地址、参数或报头格式有误。",
            "The address, the parameters or the headers are malformed."),
    UNAUTHENTICATED(
            401,
            "unauthenticated",
            "未能确认您是谁",
            "Unauthenticated",
            "请在 Authorization 报头中以 Bearer 给出身份认证服务签发给本服务的有效令牌，或本服务的有效密钥；令牌可能已过期，或是签发给其他服务的。",
            "Give a valid token of the issuer, made out to this service, or a valid key of this service, as Bearer in the"
                    + " header Authorization; a token may have expired, or be for another service."),
    FORBIDDEN(
            403,
            "forbidden",
            "您的角色无权这样做",
            "Forbidden",
            "各角色可以做什么，见 docs/security.md 的表；如需此权限，请联系身份认证服务的管理员。",
            "The table in docs/security.md says what each role may; ask whoever runs the issuer for the role that may do this."),
    OTHER_MARKET(
            403,
            "other-market",
            "不属于您的市场",
            "Another market",
            "市场开办者只能查看自己市场的内容；名单须以 market 参数指明自己的一个市场。无论他人的内容是否存在，应答相同。",
            "A market organiser sees its own markets only; lists need the parameter market with one of them. What belongs to"
                    + " others and what is not there are answered alike."),
    FOREIGN_SITE(
            403,
            "foreign-site",
            "请求来自其他网站",
            "Foreign site",
            "以页面会话提交的更改只能来自本服务的页面；程序请使用令牌或密钥。",
            "Changes in a session of the pages come from pages of this service only; programs use a token or a key."),
    NOT_FOUND(
            404,
            "not-found",
            "没有此资源",
            "Not found",
            "此地址下没有内容，请核对路径。",
            "There is nothing at this address; check the path."),
    UNKNOWN_RULESET(
            404,
            "unknown-ruleset",
            "没有此规则版本",
            "Unknown ruleset",
            "须为已保存版本的编号（3）或标识（sha256:…），或 in-force；各版本见 GET /api/v1/rulesets。",
            "Name a stored version by its number (3) or id (sha256:…), or say in-force; GET /api/v1/rulesets lists them."),
    RULES_REFUSED(
            422,
            "rules-refused",
            "规则文件有误",
            "Rule files refused",
            "请按 mistakes 逐项改正后重新发送；未保存任何内容。",
            "Correct every entry of mistakes and send again; nothing was stored."),
    NOT_APPROVABLE(
            409,
            "not-approvable",
            "案例不符或不全，不能批准",
            "Not approvable",
            "案例须全部相符，且每条规则、每个数字的两侧都有案例，见 mistakes；请起草改正后的版本。",
            "All cases must come out as expected and show every rule and number from both sides, see mistakes; draft a"
                    + " version that corrects this."),
    VERSION_CONFLICT(
            409,
            "version-conflict",
            "与规则版本的状态不符",
            "Version conflict",
            "此版本的状态不允许这样做；未作任何更改。",
            "The version's state does not allow this; nothing was changed."),
    NOT_SWEPT(
            404,
            "not-swept",
            "该日尚无名单",
            "No list for this day",
            "该日没有已完成的核查，或所指的核查未完成或属于另一日；请先以 POST /api/v1/sweeps 发起并等待完成。",
            "No sweep has completed for this day, or the one named has not or is for another day; start one with"
                    + " POST /api/v1/sweeps and wait until it completes."),
    NO_ASSIGNMENT(
            409,
            "no-assignment",
            "此人没有岗位",
            "No assignment",
            "当时未登记此人的任何岗位，无从判定；请先登记岗位。",
            "No assignment of this person was known, so there is nothing to decide; register one first."),
    UNDECIDABLE(
            409,
            "undecidable",
            "登记的事实无法判定",
            "Stored facts cannot be decided",
            "登记的事实与规则所声明的词不符，见 errors；请更正登记，或在 words.yaml 中声明该词。",
            "Stored facts do not fit the declared words, see errors; correct them, or declare the word in words.yaml."),
    METHOD_NOT_ALLOWED(
            405,
            "method-not-allowed",
            "不支持此方法",
            "Method not allowed",
            "允许的方法见 Allow 报头。",
            "The Allow header lists the methods that work here."),
    NOT_ACCEPTABLE(
            406,
            "not-acceptable",
            "无法提供所要的格式",
            "Not acceptable",
            "JSON 请求以 application/json 应答，NDJSON 请求以 application/x-ndjson 应答；名单还可用 text/csv 或 XLSX。",
            "JSON is answered as application/json, NDJSON as application/x-ndjson, lists also as text/csv or XLSX; allow it"
                    + " in Accept."),
    CONFLICT(409, "conflict", "与已登记的数据冲突", "Conflict", "记录仍被引用。", "Other records refer to it."),
    IMPACT_NOT_COMPLETED(
            409,
            "impact-not-completed",
            "影响预览尚未完成",
            "Impact not completed",
            "预览仍在进行或已失败，尚无名单；请以 GET /api/v1/impacts/{id} 查看状态，完成后再取。",
            "The preview is still running or has failed, so there is no list; see GET /api/v1/impacts/{id} and ask again when"
                    + " it is completed."),
    SHADOW_RUNNING(
            409,
            "shadow-running",
            "另一版本正在并行试运行",
            "Shadow running",
            "同一时间只能试运行一个版本；请先以 DELETE /api/v1/rulesets/{id}/shadow 结束正在进行的那个。",
            "One ruleset at a time runs beside the active one; end it first with DELETE /api/v1/rulesets/{id}/shadow."),
    ALREADY_RECORDED(
            409,
            "already-recorded",
            "已有不同的记录",
            "Already recorded",
            "此编号已有内容不同的记录，记录不得改写；未保存任何内容。新的巡查请用新的编号。",
            "There is a record of this id that says something else, and records are not rewritten; nothing was stored. A new"
                    + " patrol has a new id."),
    FILE_TOO_LARGE(
            413,
            "file-too-large",
            "文件过大",
            "File too large",
            "图片不得超过 anxin.files.max-image，凭证文件不得超过 anxin.desk.max-file；请压缩或拆分后重新上传。",
            "An image has at most anxin.files.max-image, the file of a document anxin.desk.max-file; make it smaller, or send it"
                    + " in parts."),
    UNKNOWN_FILE_KIND(
            415,
            "unknown-file-kind",
            "不支持此类文件",
            "Unknown kind of file",
            "巡查图片须为 JPEG 或 PNG，凭证文件还可为 PDF 或 WebP；按内容判断，与文件名和报头无关。",
            "Images of patrols are JPEG or PNG, files of documents also PDF or WebP; the content tells, not a name or a header."),
    FILES_UNAVAILABLE(
            503,
            "files-unavailable",
            "文件无法存取",
            "Files unavailable",
            "服务器的文件目录已满、不可写或文件已损坏，请通知管理员；未保存任何内容。",
            "The server's directory of files is full, cannot be written, or a file in it was damaged; tell its operator."
                    + " Nothing was stored."),
    PRECONDITION_FAILED(
            412,
            "precondition-failed",
            "记录已变更",
            "Precondition failed",
            "记录已不是 If-Match 或 If-None-Match 所指的状态；请重新读取后再修改。",
            "The record is not in the state that If-Match or If-None-Match names; read it again before you change it."),
    TOO_LARGE(
            413,
            "too-large",
            "请求过大",
            "Too large",
            "请分批发送，或改用 application/x-ndjson 流式发送。",
            "Send less at a time, or stream as application/x-ndjson."),
    LINE_TOO_LONG(
            413,
            "line-too-long",
            "行过长",
            "Line too long",
            "每行最多1 MiB；此行已跳过，后续各行照常处理。",
            "A line has at most 1 MiB; this one was skipped, the following ones are answered."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "unsupported-media-type",
            "不支持此内容类型",
            "Unsupported media type",
            "请以未压缩的 UTF-8 发送 application/json 或 application/x-ndjson。",
            "Send application/json or application/x-ndjson, as uncompressed UTF-8."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "idempotency-key-reused",
            "Idempotency-Key 已用于另一请求",
            "Idempotency key reused",
            "同一个键只能用于内容相同的请求；请为新的请求换一个键。未保存任何内容。",
            "A key stands for one request, to the byte; use another key for another one. Nothing was stored."),
    OTHER(400, "request-refused", "请求被拒绝", "Request refused", "服务器无法处理此请求。", "The server cannot process this request."),
    INTERNAL(
            500,
            "internal-error",
            "服务器内部错误",
            "Internal error",
            "判定未完成，原因已记入服务器日志；请稍后重试。",
            "Nothing was decided; the cause is in the server's log. Try again later."),
    IDENTITY_UNAVAILABLE(
            503,
            "identity-unavailable",
            "暂时无法确认身份",
            "Identity unavailable",
            "身份认证服务或存放密钥的数据库没有应答；请按 Retry-After 稍后重试。",
            "The issuer, or the database with the keys, does not answer; try again after the time in Retry-After."),
    UPLOAD_NOT_KEPT(
            503,
            "upload-not-kept",
            "无法暂存上传的内容",
            "Upload not kept",
            "服务器暂存目录已满或不可写，请通知管理员后重试；未保存任何内容。",
            "The server's directory for uploads is full or cannot be written; tell its operator and try again. Nothing was stored."),
    OVERLOADED(
            503,
            "overloaded",
            "服务繁忙",
            "Overloaded",
            "请按 Retry-After 稍后重试。",
            "Try again after the time in Retry-After."),
    DATABASE_UNREACHABLE(
            503,
            "database-unreachable",
            "数据库暂时无法访问",
            "Database unreachable",
            "请按 Retry-After 稍后重试；不用已登记数据的判定照常进行。",
            "Try again after the time in Retry-After; decisions that need no stored data go on.");

    private final int status;
    private final String path;
    private final Bilingual title;
    private final Bilingual detail;

    ProblemType(int status, String name, String zhTitle, String enTitle, String zhDetail, String enDetail) {
        this.status = status;
        this.path = "/problems/" + name;
        this.title = new Bilingual(zhTitle, enTitle);
        this.detail = new Bilingual(zhDetail, enDetail);
    }

    /** HTTP status. */
    int status() {
        return status;
    }

    /** Relative reference that names the kind. */
    String path() {
        return path;
    }

    /** What kind of problem it is. */
    Bilingual title() {
        return title;
    }

    /** What to do about it. */
    Bilingual detail() {
        return detail;
    }
}
