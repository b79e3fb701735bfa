/**
 * For other people's tests: a test method asks for a run of an article and gets it.
 *
 * <p>Door: {@link ntbed.scenario.junit.RunOf} on a parameter of type {@link ntbed.scenario.ArticleRun}.
 *
 * <p>May import: {@code scenario}. JUnit itself is the user's: the program does not carry it.
 */
@NullMarked
package ntbed.scenario.junit;

import org.jspecify.annotations.NullMarked;
