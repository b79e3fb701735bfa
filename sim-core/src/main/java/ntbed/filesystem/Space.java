package ntbed.filesystem;

/**
 * How much room things take on a volume.
 *
 * <p>Every file and directory has a record of 1 KB in the master file table; content of up to some 700 bytes lives in
 * the record, larger content in clusters (Resource Guide, "NTFS"; 700 is an inference [I]: it depends on the other
 * attributes).
 */
final class Space {
    static final int RECORD_BYTES = 1024;
    static final int RESIDENT_BYTES = 700;

    private Space() {}

    /** Bytes of a cluster as FORMAT of NT 4.0 chooses them by the volume's size: 512 up to 512 MB, 4096 above 2 GB. */
    static int clusterBytes(long capacityBytes) {
        long megabytes = capacityBytes >> 20;
        return megabytes <= 512 ? 512 : megabytes <= 1024 ? 1024 : megabytes <= 2048 ? 2048 : 4096;
    }

    /** What a file of that size takes, its record included. */
    static long ofFile(long size, long capacityBytes) {
        int cluster = clusterBytes(capacityBytes);
        return RECORD_BYTES + (size <= RESIDENT_BYTES ? 0 : (size + cluster - 1) / cluster * cluster);
    }

    /** The largest size that takes no more than that room. */
    static long largestSize(long room, long capacityBytes) {
        long clusters = (room - RECORD_BYTES) / clusterBytes(capacityBytes);
        return room < RECORD_BYTES ? 0 : Math.max(RESIDENT_BYTES, clusters * clusterBytes(capacityBytes));
    }

    /** What a node takes with all below it. */
    static long ofTree(Node node, long capacityBytes) {
        long sum = ofFile(node.content().size(), capacityBytes);
        for (int i = 0; i < node.childCount(); i++) {
            sum += ofTree(node.child(i), capacityBytes);
        }
        return sum;
    }
}
