package ntbed.scm;

import java.util.Arrays;

/** A directed graph of small whole numbers: edges lead from a node to what it needs. Everything here is linear. */
final class IntGraph {
    private final int[] firstEdge;
    private final int[] targets;

    private IntGraph(int[] firstEdge, int[] targets) {
        this.firstEdge = firstEdge;
        this.targets = targets;
    }

    /** How many nodes there are. */
    int size() {
        return firstEdge.length - 1;
    }

    /** Position of a node's first edge; its last is before that of the next node. */
    int firstEdge(int node) {
        return firstEdge[node];
    }

    /** Where an edge leads. */
    int target(int edge) {
        return targets[edge];
    }

    /** Collects edges, node by node in ascending order. */
    static final class Builder {
        private final int[] firstEdge;
        private int[] targets;
        private int count;
        private int node = -1;

        Builder(int nodes) {
            firstEdge = new int[nodes + 1];
            targets = new int[nodes + 16];
        }

        void beginNode(int next) {
            while (node < next) {
                firstEdge[++node] = count;
            }
        }

        void edge(int target) {
            if (count == targets.length) {
                targets = Arrays.copyOf(targets, count * 2);
            }
            targets[count++] = target;
        }

        IntGraph build() {
            beginNode(firstEdge.length - 1);
            return new IntGraph(firstEdge, targets);
        }
    }

    /**
     * Nodes reached from the roots, what is needed first; and which of them lie on a cycle.
     *
     * @param order the nodes
     * @param circular by node
     */
    @SuppressWarnings("ArrayRecordComponent") // A result handed from one method to the next, never compared.
    record Order(int[] order, boolean[] circular) {}

    /** Tarjan's strongly connected components, without recursion: a chain of 100,000 must not need a deep stack. */
    Order order(int[] roots, int rootCount) {
        Walk walk = new Walk(this);
        for (int i = 0; i < rootCount; i++) {
            walk.from(roots[i]);
        }
        return new Order(Arrays.copyOf(walk.order, walk.ordered), walk.circular);
    }

    private static final class Walk {
        private final IntGraph graph;
        private final int[] number;
        private final int[] low;
        private final int[] nextEdge;
        private final int[] path;
        private final int[] pending;
        private final boolean[] isPending;
        private final int[] order;
        private final boolean[] circular;
        private int depth;
        private int pendingCount;
        private int numbered;
        private int ordered;

        Walk(IntGraph graph) {
            this.graph = graph;
            int size = graph.size();
            number = new int[size];
            low = new int[size];
            nextEdge = new int[size];
            path = new int[size];
            pending = new int[size];
            isPending = new boolean[size];
            order = new int[size];
            circular = new boolean[size];
        }

        void from(int root) {
            if (number[root] != 0) {
                return;
            }
            enter(root);
            while (depth > 0) {
                step(path[depth - 1]);
            }
        }

        private void step(int node) {
            if (nextEdge[node] == graph.firstEdge(node + 1)) {
                leave(node);
                return;
            }
            int target = graph.target(nextEdge[node]++);
            if (target == node) {
                circular[node] = true;
            } else if (number[target] == 0) {
                enter(target);
            } else if (isPending[target]) {
                low[node] = Math.min(low[node], number[target]);
            }
        }

        private void enter(int node) {
            number[node] = ++numbered;
            low[node] = numbered;
            nextEdge[node] = graph.firstEdge(node);
            path[depth++] = node;
            pending[pendingCount++] = node;
            isPending[node] = true;
        }

        private void leave(int node) {
            depth--;
            if (depth > 0) {
                int parent = path[depth - 1];
                low[parent] = Math.min(low[parent], low[node]);
            }
            if (low[node] == number[node]) {
                boolean cycle = pending[pendingCount - 1] != node;
                int member;
                do {
                    member = pending[--pendingCount];
                    isPending[member] = false;
                    circular[member] |= cycle;
                    order[ordered++] = member;
                } while (member != node);
            }
        }
    }
}
