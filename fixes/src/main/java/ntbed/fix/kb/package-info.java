/**
 * The remedies, one class each, named by what they do. None knows another; {@link ntbed.fix.Fixes} finds them.
 *
 * <p>May import: {@code fix} and what {@code fix} may.
 */
@NullMarked
package ntbed.fix.kb;

import org.jspecify.annotations.NullMarked;
