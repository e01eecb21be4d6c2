package io.riskwatch.quant.optimization;

import io.riskwatch.quant.optimization.HierarchicalEqualRisk.Linkage;
import java.util.ArrayList;
import java.util.List;

/**
 * The family tree of assets by repeatedly merging the two nearest groups; distances to a merged group follow Lance and
 * Williams. Ties go to the groups formed first. Cost O(n^3).
 *
 * <p>Source: G. Lance and W. Williams, "A general theory of classificatory sorting strategies" (1967).
 */
final class ClusterTree {
    /** A group and the two it was made from; both absent for a single asset. Never compared. */
    static final class Node {
        final List<Integer> members;
        final List<Node> children;

        Node(List<Integer> members, List<Node> children) {
            this.members = members;
            this.children = children;
        }
    }

    /** Every merge, in the order made; the last is the root. */
    private final List<Node> merges = new ArrayList<>();

    private ClusterTree() {}

    /** At least two assets. */
    static ClusterTree of(double[][] distance, Linkage linkage) {
        ClusterTree tree = new ClusterTree();
        List<Node> nodes = new ArrayList<>();
        List<List<Double>> between = new ArrayList<>();
        for (int i = 0; i < distance.length; i++) {
            nodes.add(new Node(List.of(i), List.of()));
            List<Double> row = new ArrayList<>();
            for (double d : distance[i]) {
                row.add(d);
            }
            between.add(row);
        }
        while (nodes.size() > 1) {
            tree.mergeNearest(nodes, between, linkage);
        }
        return tree;
    }

    private void mergeNearest(List<Node> nodes, List<List<Double>> between, Linkage linkage) {
        int a = 0;
        int b = 1;
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                if (between.get(i).get(j) < between.get(a).get(b)) {
                    a = i;
                    b = j;
                }
            }
        }
        List<Double> merged = new ArrayList<>();
        for (int k = 0; k < nodes.size(); k++) {
            if (k != a && k != b) {
                merged.add(linkage.distance(
                        between.get(a).get(k),
                        between.get(b).get(k),
                        between.get(a).get(b),
                        nodes.get(a).members.size(),
                        nodes.get(b).members.size(),
                        nodes.get(k).members.size()));
            }
        }
        List<Integer> members = new ArrayList<>(nodes.get(a).members);
        members.addAll(nodes.get(b).members);
        Node node = new Node(List.copyOf(members), List.of(nodes.get(a), nodes.get(b)));
        nodes.remove(b);
        nodes.remove(a);
        between.remove(b);
        between.remove(a);
        for (int k = 0; k < between.size(); k++) {
            between.get(k).remove(b);
            between.get(k).remove(a);
            between.get(k).add(merged.get(k));
        }
        merged.add(0.0);
        nodes.add(node);
        between.add(merged);
        merges.add(node);
    }

    Node root() {
        return merges.getLast();
    }

    /** The groups after the last {@code count - 1} merges are undone. */
    List<Node> cut(int count) {
        List<Node> groups = new ArrayList<>(List.of(root()));
        for (int k = 0; k < count - 1; k++) {
            Node undone = merges.get(merges.size() - 1 - k);
            groups.remove(undone);
            groups.addAll(undone.children);
        }
        return groups;
    }
}
