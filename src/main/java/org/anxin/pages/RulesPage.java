package org.anxin.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anxin.policy.Activation;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.VersionState;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the policy desk shows first: the rules that decide, as cards.
 *
 * @param version number of the version; 0 if it is not stored yet
 * @param id of its content
 * @param isDirectoryLive whether the files in the rule directory are the ones that decide
 * @param mistakes in the rule directory
 * @param text that cards are searched for; empty for all
 * @param kinds of rules to choose from, the chosen one marked
 * @param total how many rules there are
 * @param shown how many of them are shown
 * @param groups of cards, a file each
 * @param versions the newest first
 * @param activations the newest first
 */
public record RulesPage(
        int version,
        String id,
        boolean isDirectoryLive,
        List<Mistaken> mistakes,
        String text,
        List<Kind> kinds,
        int total,
        int shown,
        List<Group> groups,
        List<Version> versions,
        List<Activation> activations) {

    private static final int SHORT = "sha256:".length() + 12;

    /** The number as text; a dash if there is none. */
    public String versionText() {
        return version == 0 ? "—" : Integer.toString(version);
    }

    /** The beginning of the id, by which it can be told from others. */
    public String shortId() {
        return id.substring(0, SHORT) + "…";
    }

    /** Whether rules are left out. */
    public boolean isCut() {
        return shown < total;
    }

    /** A kind of rules, by the name of its folder. */
    public record Kind(String code, Bilingual name, boolean chosen) {}

    /** The cards of a file. */
    public record Group(String file, String address, String editing, List<Card> cards) {}

    /**
     * A rule in words.
     *
     * @param fact what it looks at
     * @param concerns to which of these it applies
     * @param says what follows: the cadence, or what the verb lays down
     * @param windows when it is in force; empty for always
     * @param link where the directive can be read; null if not known
     * @param editing the editor at the rule
     * @param hasNumbers whether it names a number or a day
     * @param isWindowed whether it has a window, or may have one
     * @param asksForDocument whether it refuses what comes without a document
     */
    public record Card(
            String id,
            Bilingual title,
            Bilingual fact,
            Bilingual concerns,
            Bilingual says,
            List<Bilingual> windows,
            String directive,
            Bilingual directiveTitle,
            @Nullable String link,
            String address,
            String editing,
            boolean hasNumbers,
            boolean isWindowed,
            boolean asksForDocument) {

        /** Whether it has this text in it, in whatever case. */
        boolean says(String text, String file) {
            return Stream.of(
                            id + " " + file + " " + directive,
                            title.zh() + " " + title.en(),
                            concerns.zh() + " " + concerns.en(),
                            says.zh() + " " + says.en(),
                            directiveTitle.zh() + " " + directiveTitle.en())
                    .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(text));
        }

        /** Whether it ends: then the form can end it earlier. */
        public boolean isLimited() {
            return !windows.isEmpty();
        }
    }

    /** A version, and how it stands today; {@code from} is {@link Days#NONE} unless it is or will be in force. */
    public record Version(RulesetVersion version, VersionState state, Bilingual stateName, String mark, int from) {
        /** Where it is told in full. */
        public String address() {
            return "/rules/versions/" + version.no();
        }

        /** Whether it is, or will be, in force. */
        public boolean isStanding() {
            return from != Days.NONE;
        }
    }

    /** A mistake at its place. */
    public record Mistaken(
            String file,
            int line,
            int column,
            boolean fatal,
            String code,
            Bilingual message,
            Bilingual remedy,
            String address) {

        /** The line as text. */
        public String lineText() {
            return Integer.toString(line);
        }

        /** The column as text. */
        public String columnText() {
            return Integer.toString(column);
        }
    }
}
