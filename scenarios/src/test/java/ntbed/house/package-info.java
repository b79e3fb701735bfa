/** Tests that hold the house itself: its arrows, its bans, its sizes, its promises. */
@NullMarked
package ntbed.house;

import org.jspecify.annotations.NullMarked;
