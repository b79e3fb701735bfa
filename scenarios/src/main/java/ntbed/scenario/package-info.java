/**
 * The articles: their language ({@link ntbed.scenario.Article} and what it is made of), the reader with its errors, the
 * knowledge base, the bench on which the machines of one article stand, the runner and its verdict.
 *
 * <p>Door: {@link ntbed.scenario.KnowledgeBase}, {@link ntbed.scenario.Article}, {@link ntbed.scenario.ArticleRunner}
 * with its {@link ntbed.scenario.ArticleRun}, {@link ntbed.scenario.HealthyMachine}.
 *
 * <p>An article is data: it reads top to bottom as before, cause, after, symptoms, remedies. A step is one line and one
 * {@link ntbed.scenario.Step}; what a person must see is one line and one {@link ntbed.scenario.Check}. An article that
 * needs Java is the sign of a missing word: add the word to {@code StepWords} or {@code CheckWords}.
 *
 * <p>May import: {@code fixes} and {@code sim-core}.
 */
@NullMarked
package ntbed.scenario;

import org.jspecify.annotations.NullMarked;
