package ntbed.tool.regedt32;

import java.util.List;
import ntbed.security.GenericMapping;
import ntbed.win32.AccessMask;

/** The types of access that the dialogs know for a registry key (Q246311, Q317039). */
public enum TypeOfAccess {
    READ("Read", AccessMask.KEY_READ),
    FULL_CONTROL("Full Control", AccessMask.KEY_ALL_ACCESS),
    SPECIAL("Special Access", 0);

    private final String label;
    private final int mask;

    TypeOfAccess(String label, int mask) {
        this.label = label;
        this.mask = mask;
    }

    /** The words of the list. */
    public String label() {
        return label;
    }

    /** The rights it stands for; none for {@link #SPECIAL}. */
    int mask() {
        return mask;
    }

    /** The type that stands for those rights. */
    static TypeOfAccess of(int mask) {
        int mapped = GenericMapping.KEY.map(mask);
        return mapped == READ.mask ? READ : mapped == FULL_CONTROL.mask ? FULL_CONTROL : SPECIAL;
    }

    /** The types that can be chosen at once. */
    static List<String> labels() {
        return List.of(READ.label, FULL_CONTROL.label);
    }

    static TypeOfAccess labelled(String label) {
        return label.equals(READ.label) ? READ : label.equals(FULL_CONTROL.label) ? FULL_CONTROL : SPECIAL;
    }
}
