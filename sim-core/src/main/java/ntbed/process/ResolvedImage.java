package ntbed.process;

import ntbed.filesystem.NtPath;

/**
 * What a command line leads to.
 *
 * @param path the image file that was found
 * @param image its content
 * @param commandLine the command line as it was given
 */
public record ResolvedImage(NtPath path, ImageFile image, String commandLine) {}
