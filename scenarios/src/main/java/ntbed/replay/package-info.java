/**
 * Views of a run: what happened, as text for a person, as JSON for a program, as JUnit XML for a build.
 *
 * <p>Door: {@link ntbed.replay.RunText}, {@link ntbed.replay.RunJson}, {@link ntbed.replay.JUnitXml}.
 *
 * <p>May import: {@code scenario} and {@code sim-core}. Nothing here knows how long anything really took.
 */
@NullMarked
package ntbed.replay;

import org.jspecify.annotations.NullMarked;
