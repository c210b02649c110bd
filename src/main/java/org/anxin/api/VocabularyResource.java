package org.anxin.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.rulebook.Glossary;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;

/** {@code GET /api/v1/vocabulary}: everything that rule files may say, as {@code docs/vocabulary.md} lists it. */
@Path("/api/v1/vocabulary")
public class VocabularyResource {
    private static final List<Glossary> FOLDERS =
            Policy.VOCABULARIES.stream().map(Glossary::of).toList();

    private final ActivePolicy activePolicy;

    VocabularyResource(ActivePolicy activePolicy) {
        this.activePolicy = activePolicy;
    }

    /**
     * The answer.
     *
     * @param ruleset id of the ruleset that declares the words
     * @param folders what the rules of each folder may say
     * @param words the declared words by their kind
     * @param directives that rules may carry out
     */
    public record Answer(
            String ruleset,
            List<Glossary> folders,
            Map<String, List<DeclaredWord>> words,
            List<RegisteredDirective> directives) {}

    /** A document that rules may carry out. */
    public record RegisteredDirective(String id, Bilingual title) {}

    /** A word that rules and requests may use. */
    public record DeclaredWord(String code, Bilingual name) {
        static DeclaredWord of(Words.Word word) {
            return new DeclaredWord(word.code(), word.name());
        }
    }

    /** Answers from memory. */
    @GET
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    public Answer get() {
        Ruleset ruleset = activePolicy.current().ruleset();
        Map<String, List<DeclaredWord>> words = new TreeMap<>();
        for (String kind : ruleset.words().kinds()) {
            words.put(
                    kind,
                    ruleset.words().all(kind).stream().map(DeclaredWord::of).toList());
        }
        return new Answer(
                ruleset.id(),
                FOLDERS,
                words,
                ruleset.directives().values().stream()
                        .map(directive -> new RegisteredDirective(directive.id(), directive.title()))
                        .toList());
    }
}
