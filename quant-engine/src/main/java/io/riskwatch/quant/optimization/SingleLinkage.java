package io.riskwatch.quant.optimization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Agglomerative clustering by the nearest members, with the leaf order of scipy's {@code linkage(method = "single")}. */
final class SingleLinkage {
    /** A step of Prim's walk, as long as the edge of the minimum spanning tree that it added. */
    private record Edge(int from, int to, double length) {}

    private SingleLinkage() {}

    /**
     * The leaves of the tree from left to right; in each merge the cluster formed earlier (of smaller number) stands left.
     */
    static int[] leaves(double[][] distance) {
        int n = distance.length;
        List<Edge> edges = spanningTree(distance);
        edges.sort(Comparator.comparingDouble(Edge::length));
        int[] parent = new int[2 * n - 1];
        List<int[]> members = new ArrayList<>();
        for (int i = 0; i < 2 * n - 1; i++) {
            parent[i] = i;
            members.add(i < n ? new int[] {i} : new int[0]);
        }
        int next = n;
        for (Edge edge : edges) {
            int a = root(parent, edge.from);
            int b = root(parent, edge.to);
            int[] left = members.get(Math.min(a, b));
            int[] right = members.get(Math.max(a, b));
            int[] merged = new int[left.length + right.length];
            System.arraycopy(left, 0, merged, 0, left.length);
            System.arraycopy(right, 0, merged, left.length, right.length);
            parent[a] = next;
            parent[b] = next;
            members.set(next, merged);
            next++;
        }
        return members.get(next - 1);
    }

    /**
     * Prim's algorithm from vertex 0, as scipy does: each edge from the vertex reached last, which is in the same cluster as the true
     * neighbour whenever all shorter edges have been merged.
     */
    private static List<Edge> spanningTree(double[][] distance) {
        int n = distance.length;
        double[] far = new double[n]; // infinite for a vertex that was reached
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        List<Edge> edges = new ArrayList<>();
        int at = 0;
        for (int k = 1; k < n; k++) {
            far[at] = Double.POSITIVE_INFINITY;
            nearest[at] = Double.POSITIVE_INFINITY;
            double[] row = distance[at];
            for (int i = 0; i < n; i++) {
                nearest[i] = Math.min(nearest[i], row[i] + far[i]);
            }
            int best = 0;
            for (int i = 1; i < n; i++) {
                best = nearest[i] < nearest[best] ? i : best;
            }
            edges.add(new Edge(at, best, nearest[best]));
            at = best;
        }
        return edges;
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }
}
