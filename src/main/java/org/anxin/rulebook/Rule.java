package org.anxin.rulebook;

import org.anxin.directive.Directive;
import org.anxin.text.Bilingual;

/**
 * What every answer says about the rule that made it.
 *
 * @param id first word of the rule's name, for example {@code FM-3D}
 * @param title {@code @title} (zh) and the English sentence of the rule's name
 * @param directive the document it carries out
 * @param file path of its file within the rule directory
 * @param line line on which the rule begins, from 1
 */
public record Rule(String id, Bilingual title, Directive directive, String file, int line) {}
