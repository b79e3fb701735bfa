/**
 * Views of a run, an article, a boot: what happened, as text for a person, as JSON for a program, as JUnit XML for a
 * build.
 *
 * <p>Door: of a run {@link ntbed.replay.RunText}, {@link ntbed.replay.RunJson}, {@link ntbed.replay.JUnitXml} and
 * {@link ntbed.replay.TraceFile}; of an article {@link ntbed.replay.ArticleText}; of a healthy machine
 * {@link ntbed.replay.BootText}; {@link ntbed.replay.Paint} colours the texts.
 *
 * <p>May import: {@code scenario} and {@code sim-core}. Nothing here knows how long anything really took.
 */
@NullMarked
package ntbed.replay;

import org.jspecify.annotations.NullMarked;
