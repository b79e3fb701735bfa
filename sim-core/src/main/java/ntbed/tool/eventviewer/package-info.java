/**
 * Event Viewer: the list of a log, a record's detail, filter and search, as text.
 *
 * <p>Door: {@link ntbed.tool.eventviewer.EventViewer}.
 *
 * <p>May import: {@code machine}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.tool.eventviewer;

import org.jspecify.annotations.NullMarked;
